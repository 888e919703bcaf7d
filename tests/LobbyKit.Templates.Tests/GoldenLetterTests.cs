namespace LobbyKit.Templates.Tests;

/// <summary>Whole letters: <c>Golden/name/</c> holds the template, the model and the text that every engine must make of them.</summary>
public class GoldenLetterTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    public static TheoryData<string> Names => new(Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_golden_letter_comes_out_as_written_down(string name)
    {
        string template = File.ReadAllText(Path.Combine(Folder, name, "template.scriban"));
        LetterModel model = ModelFile.Read(File.ReadAllText(Path.Combine(Folder, name, "model.json")));

        string letter = Engines.Render(template, model);

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name, "expected.txt")), letter);
    }

    [Fact]
    public void Golden_letters_use_every_field_and_every_function()
    {
        string templates = string.Concat(Directory.GetFiles(Folder, "template.scriban", SearchOption.AllDirectories).Select(File.ReadAllText));

        Assert.All(LetterFields.All, field => Assert.Contains(field.Name, templates, StringComparison.Ordinal));
        Assert.All(LetterFunctions.All, function => Assert.Contains(function.Name, templates, StringComparison.Ordinal));
    }
}

namespace LobbyKit.Templates.Tests;

/// <summary>What the editor's palette shows is true.</summary>
public class MetadataTests
{
    public static TheoryData<string> FieldNames => new(LetterFields.All.Select(known => known.Name));

    public static TheoryData<string> FunctionNames => new(LetterFunctions.All.Select(function => function.Name));

    [Theory]
    [MemberData(nameof(FieldNames))]
    public void A_field_prints_its_example(string name)
    {
        LetterField field = LetterFields.All.Single(field => field.Name == name);
        string template = field.Type == LetterFieldType.Choice
            ? $"{{{{ case {name} }}}}{string.Concat(field.Choices.Select(choice => $"{{{{ when \"{choice}\" }}}}{choice}"))}{{{{ end }}}}"
            : $"{{{{ {name} }}}}";

        Assert.Equal(field.Example, Engines.Render(template, Examples.Model));
        Assert.EndsWith(".", field.Description, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FunctionNames))]
    public void A_function_prints_its_example(string name)
    {
        LetterFunction function = LetterFunctions.All.Single(function => function.Name == name);

        Assert.Contains(name, function.Usage, StringComparison.Ordinal);
        Assert.Equal(function.Example, Engines.Render(function.Usage, Examples.Model));
    }

    [Fact]
    public void A_template_knows_the_fields_it_uses()
    {
        ParsedTemplate template = Engines.Parse("{{ if supporter.place }}{{ pick contact.office \"x\" | object.default country.name }}{{ end }}{{# personal_message }}");

        Assert.Equal(["contact.office", "country.name", "supporter.place"], template.UsedFields.Order(StringComparer.Ordinal));
    }
}

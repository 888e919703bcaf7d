namespace LobbyKit.Templates.Tests;

/// <summary>What authors are told: each file of <c>Problems/</c> holds a template, a line, and the exact problems.</summary>
public class ProblemTests
{
    private const string Separator = "=== problems\n";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Problems");

    public static TheoryData<string> Names => new(Directory.GetFiles(Folder, "*.golden").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Problems_are_told_as_written_down(string name)
    {
        string[] parts = File.ReadAllText(Path.Combine(Folder, name + ".golden")).Split(Separator, 2);

        ParseResult result = LetterLanguage.Parse(parts[0]);

        Assert.Null(result.Template);
        Assert.Equal(parts[1], string.Concat(result.Problems.Select(problem => $"{problem.Code}: {problem}\n")));
    }

    [Fact]
    public void Every_code_is_covered()
    {
        string files = string.Concat(Directory.GetFiles(Folder).Select(File.ReadAllText));
        IEnumerable<ProblemCode> missing = Enum.GetValues<ProblemCode>().Where(code => !files.Contains($"\n{code}: ", StringComparison.Ordinal));

        // Its template would be longer than all the others together.
        Assert.Equal([ProblemCode.TemplateTooLong], missing);
    }

    [Fact]
    public void A_template_over_32_KB_is_refused_whole()
    {
        ParseResult result = LetterLanguage.Parse(new string('é', LetterLimits.TemplateBytes / 2) + "x");

        Problem problem = Assert.Single(result.Problems);
        Assert.Equal(new Problem(1, 1, "A template has at most 32 KB of text.", "Shorten it, or write several templates.", ProblemCode.TemplateTooLong), problem);
        Assert.True(LetterLanguage.Parse(new string('é', LetterLimits.TemplateBytes / 2)).Succeeded);
    }

    [Fact]
    public void Lines_end_with_line_feed_or_carriage_return_and_line_feed()
    {
        ParseResult result = LetterLanguage.Parse("one\r\ntwo\n\r\n 🙂 {{ x }}");

        Problem problem = Assert.Single(result.Problems);
        Assert.Equal((4, 8), (problem.Line, problem.Column));
    }

    [Fact]
    public void A_carriage_return_alone_is_a_problem()
        => Assert.Equal(ProblemCode.ForbiddenCharacter, Assert.Single(LetterLanguage.Parse("one\rtwo").Problems).Code);

    [Fact]
    public void A_lone_surrogate_is_a_problem()
        => Assert.Equal(ProblemCode.ForbiddenCharacter, Assert.Single(LetterLanguage.Parse("\uDC00").Problems).Code);

    [Fact]
    public void Nothing_is_a_letter()
    {
        Assert.True(LetterLanguage.Parse(null).Succeeded);
        Assert.Equal("", Engines.Render("", Examples.Model));
    }
}

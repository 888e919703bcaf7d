using System.Text;
using LobbyKit.Templates.Parsing;

namespace LobbyKit.Templates;

/// <summary>
/// The language that letters are written in: a strict subset of Scriban, described in <c>docs/letter-language.md</c>.
/// </summary>
public static class LetterLanguage
{
    /// <summary>
    /// Reads a template. Never throws, whatever the text; null counts as empty. The work is proportional to the length
    /// of the text, and texts over <see cref="LetterLimits.TemplateBytes"/> are not read at all.
    /// </summary>
    /// <returns>The template, or every problem that was found, in the order of the text.</returns>
    public static ParseResult Parse(string? source)
    {
        source ??= "";
        var problems = new ProblemList(source);
        if (source.Length > LetterLimits.TemplateBytes || Encoding.UTF8.GetByteCount(source) > LetterLimits.TemplateBytes)
        {
            problems.Add(
                0,
                ProblemCode.TemplateTooLong,
                $"A template has at most {LetterLimits.TemplateBytes / 1024} KB of text.",
                "Shorten it, or write several templates.");
            return new ParseResult(problems.ToProblems());
        }

        int position = 0;
        while (!problems.IsFull && ForbiddenCharacter.Find(source, position) is { } found)
        {
            problems.Add(found.Offset, ProblemCode.ForbiddenCharacter, $"Here is {found.Name}.", found.Hint);
            position = found.Offset + 1;
        }

        if (problems.Count > 0)
        {
            return new ParseResult(problems.ToProblems());
        }

        ParsedTemplate template = new TemplateParser(source, problems).Parse();
        return problems.Count > 0 ? new ParseResult(problems.ToProblems()) : new ParseResult(template);
    }
}

using System.Diagnostics.CodeAnalysis;

namespace LobbyKit.Templates;

/// <summary>A template that can be rendered, or the problems that keep it from being one: always exactly one of the two.</summary>
public sealed class ParseResult
{
    internal ParseResult(ParsedTemplate template)
    {
        Template = template;
        Problems = [];
    }

    internal ParseResult(IReadOnlyList<Problem> problems) => Problems = problems;

    /// <summary>The template, or null if there are problems.</summary>
    public ParsedTemplate? Template { get; }

    /// <summary>What is wrong, in the order of the text; empty if the template can be rendered.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>True if there is a template and no problem.</summary>
    [MemberNotNullWhen(true, nameof(Template))]
    public bool Succeeded => Template is not null;
}

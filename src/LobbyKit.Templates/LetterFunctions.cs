using System.Collections.Frozen;

namespace LobbyKit.Templates;

/// <summary>The closed list of functions. Where Scriban has the function, it has the same name here.</summary>
public static class LetterFunctions
{
    internal const string Pick = "pick";
    internal const string Truncate = "string.truncate";
    internal const string Default = "object.default";

    /// <summary>Every function, in the order in which an editor should offer them.</summary>
    public static IReadOnlyList<LetterFunction> All { get; } =
    [
        new(
            "object.default",
            "{{ supporter.name | object.default \"A citizen\" }}",
            "Prints another text where the text is empty.",
            "Amina Diallo"),
        new(
            "pick",
            "{{ pick \"I ask you\" \"I urge you\" }}",
            "Chooses one of several texts: always the same for one supporter, different from supporter to supporter.",
            "I urge you"),
        new("string.upcase", "{{ contact.country | string.upcase }}", "Capital letters, by the rules of the letter's language.", "CANADA"),
        new("string.downcase", "{{ event.place | string.downcase }}", "Small letters, by the rules of the letter's language.", "miami"),
        new(
            "string.capitalize",
            "{{ personal_message | string.capitalize }}",
            "A capital letter at the beginning.",
            "My sister lives in Kazan."),
        new(
            "string.strip",
            "{{ personal_message | string.strip }}",
            "Without white space at the beginning and the end.",
            "My sister lives in Kazan."),
        new(
            "string.truncate",
            "{{ personal_message | string.truncate 12 \"…\" }}",
            "At most so many characters, with a mark where something was left out.",
            "My sister l…"),
        new(
            "date.long",
            "{{ event.starts | date.long }}",
            "The date in the letter's language; dates are printed so by themselves.",
            "14 December 2026"),
        new("date.full", "{{ event.starts | date.full }}", "The date with the day of the week.", "Monday 14 December 2026"),
        new("date.day_month", "{{ event.starts | date.day_month }}", "The date without the year.", "14 December"),
    ];

    /// <summary>The names of the functions that stand behind a pipe.</summary>
    internal static readonly IReadOnlyList<string> Piped = [.. All.Select(function => function.Name).Where(name => name != Pick)];

    internal static readonly FrozenDictionary<string, LetterFunction> ByName =
        All.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);
}

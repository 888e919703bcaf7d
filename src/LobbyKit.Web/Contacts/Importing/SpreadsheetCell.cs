using System.Text.RegularExpressions;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>
/// A cell that begins with = + - @ (or a tab, or a line break) is run as a formula by the spreadsheet that opens the file. Files with such
/// cells are refused, and ours have none: such a text is exported behind an apostrophe, which spreadsheets do not show, and the import
/// takes one apostrophe off again. A text that has apostrophes in front of such a sign itself gets one more, so nothing is ever ambiguous.
/// </summary>
/// <remarks>
/// Telephone numbers are the exception: they begin with + by their nature, and a list with apostrophes in front of them is of no use to
/// anybody else. What <see cref="TelephoneNumber"/> takes has only digits, blanks and . - / up to its note, which is nothing that a
/// spreadsheet could run; where the note has signs of a formula, the number is exported like everything else.
/// </remarks>
internal static partial class SpreadsheetCell
{
    /// <summary>As it is to stand in a file.</summary>
    public static string Export(string text, ContactColumn column) =>
        Guarded().IsMatch(text) && !(column.Field == nameof(ContactValues.Phone) && IsPlainNumber(text)) ? "'" + text : text;

    /// <summary>As it is meant.</summary>
    public static string Import(string cell) => cell.StartsWith('\'') && Guarded().IsMatch(cell) ? cell[1..] : cell;

    /// <summary>Whether a spreadsheet would run it.</summary>
    public static bool IsFormula(string cell, ContactColumn column) =>
        cell.Length > 0
        && (cell[0] is '\t' or '\r' || cell.TrimStart(' ') is ['=' or '+' or '-' or '@', ..])
        && !(column.Field == nameof(ContactValues.Phone) && cell.TrimStart(' ').StartsWith('+') && IsPlainNumber(cell.Trim()));

    private static bool IsPlainNumber(string text) => TelephoneNumber.IsValid(text) && text.IndexOfAny(['=', '|', '!', '@', '"', '\'']) < 0;

    [GeneratedRegex(@"\A'*(?:[\t\r]| *[=+\-@])", RegexOptions.CultureInvariant)]
    private static partial Regex Guarded();
}

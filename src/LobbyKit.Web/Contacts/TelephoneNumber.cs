using System.Text.RegularExpressions;

namespace LobbyKit.Web.Contacts;

public static partial class TelephoneNumber
{
    private const int MostDigits = 15;
    private const int FewestDigits = 7;

    /// <summary>
    /// Whether it can be dialled from anywhere (E.164, blanks and hyphens allowed), or says in a note from where it can:
    /// "+49 30 18400 0", "150 (inside Türkiye)".
    /// </summary>
    public static bool IsValid(string text)
    {
        var noteAt = text.IndexOfAny(['(', ',', ';']);
        var number = (noteAt < 0 ? text : text[..noteAt]).Trim();
        var hasNote = noteAt >= 0 && text[noteAt..].Any(char.IsLetter);
        var digits = number.Count(char.IsAsciiDigit);
        return International().IsMatch(number)
            ? digits is >= FewestDigits and <= MostDigits
            : hasNote && National().IsMatch(number) && digits is >= 2 and <= MostDigits;
    }

    /// <summary>The part of a number that a telephone dials: "+49 30 18400 0" gives "+49301840000", "150 (inside Türkiye)" gives "150".</summary>
    public static string Dial(string number)
    {
        var digits = number.Split('(', ',', ';')[0];
        return string.Concat(digits.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0)));
    }

    [GeneratedRegex(@"\A\+[1-9][0-9]*([ .\-/]?[0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex International();

    [GeneratedRegex(@"\A[0-9]+([ .\-/]?[0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex National();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// What counts as an e-mail address here: one plain address that every mail server can take. No quoted parts, no comments,
/// no display name, nothing outside ASCII before the @.
/// </summary>
public static partial class MailAddressText
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;
    private const string Atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private const string Label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    public static bool IsValid(string text) => TryNormalise(text, out _);

    /// <summary>Takes the blanks around it off and writes an international domain in its ASCII form.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="address">As it is to be used; empty where it is none.</param>
    public static bool TryNormalise(string text, out string address)
    {
        address = "";
        var trimmed = text.Trim(' ');
        var at = trimmed.LastIndexOf('@');
        if (at is < 1 or > LongestLocalPart || trimmed.Length > LongestAddress)
        {
            return false;
        }

        string domain;
        try
        {
            domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(trimmed, at + 1);
        }
        catch (ArgumentException)
        {
            return false;
        }

        var whole = $"{trimmed[..at]}@{domain}";
        if (whole.Length > LongestAddress || !Shape().IsMatch(whole))
        {
            return false;
        }

        address = whole;
        return true;
    }

    /// <summary>The part after the @.</summary>
    public static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];

    [GeneratedRegex(
        @"\A" + Atom + @"(\." + Atom + ")*@(" + Label + @"\.)*" + Label + @"\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}

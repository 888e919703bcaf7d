using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// What counts as an e-mail address here: one plain address that every mail server can take. No quoted parts, no comments,
/// no display name, nothing outside ASCII before the @. An office's may have letters of every script there (RFC 6531): which servers can
/// deal with that shows when a letter goes out.
/// </summary>
public static partial class MailAddressText
{
    private const int LongestAddress = 254;
    private const int LongestLocalPart = 64;
    private const string Atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private const string InternationalAtom = @"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\p{L}\p{M}\p{Nd}-]+";
    private const string Label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    public static bool IsValid(string text) => TryNormalise(text, out _);

    /// <summary>Takes the blanks around it off and writes an international domain in its ASCII form.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="address">As it is to be used; empty where it is none.</param>
    public static bool TryNormalise(string text, out string address) => TryNormalise(text, Shape(), out address);

    /// <summary>As <see cref="TryNormalise(string, out string)"/>, for the address of an office, which may be an international one.</summary>
    public static bool TryNormaliseInternational(string text, out string address)
    {
        address = "";
        // Letters that look alike are to be one letter; what is no text at all cannot be made so.
        return (Ascii.IsValid(text) || IsWellFormed(text)) && TryNormalise(text.Normalize(NormalizationForm.FormC), InternationalShape(), out address);
    }

    public static bool IsValidInternational(string text) => TryNormaliseInternational(text, out _);

    // Half characters, and the last two of every plane, which are none.
    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(r => r != Rune.ReplacementChar && (r.Value & 0xFFFE) != 0xFFFE);

    private static bool TryNormalise(string text, Regex shape, out string address)
    {
        address = "";
        var trimmed = text.Trim(' ');
        var at = trimmed.LastIndexOf('@');
        if (at < 1 || trimmed.Length > LongestAddress || Encoding.UTF8.GetByteCount(trimmed.AsSpan(0, at)) > LongestLocalPart)
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
        if (Encoding.UTF8.GetByteCount(whole) > LongestAddress || !shape.IsMatch(whole))
        {
            return false;
        }

        address = whole;
        return true;
    }

    /// <summary>The part after the @.</summary>
    public static string Domain(string address) => address[(address.LastIndexOf('@') + 1)..];

    // Letters, their marks and digits of every script; nothing that is invisible or turns the line around.
    [GeneratedRegex(
        @"\A" + InternationalAtom + @"(\." + InternationalAtom + ")*@(" + Label + @"\.)*" + Label + @"\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex InternationalShape();

    [GeneratedRegex(
        @"\A" + Atom + @"(\." + Atom + ")*@(" + Label + @"\.)*" + Label + @"\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}

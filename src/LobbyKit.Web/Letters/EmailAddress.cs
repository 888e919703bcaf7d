using System.Globalization;
using System.Net.Mail;

namespace LobbyKit.Web.Letters;

/// <summary>What we take for an e-mail address, and when two of them are one mailbox.</summary>
public static class EmailAddress
{
    /// <summary>RFC 5321, 4.5.3.1: 256 for a path, less its two brackets.</summary>
    public const int MaximumLength = 254;

    public static bool IsValid(string text)
    {
        if (text.Length is 0 or > MaximumLength || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '"' or ',' or ';'))
        {
            return false;
        }

        var at = text.LastIndexOf('@');
        var domain = text[(at + 1)..];
        return at is > 0 and <= 64
            && MailAddress.TryCreate(text, out var parsed) && parsed.Address == text
            && !text.Contains("..", StringComparison.Ordinal) && text[0] != '.' && text[at - 1] != '.'
            && TryAscii(domain) is { } ascii && ascii.Contains('.', StringComparison.Ordinal)
            && ascii.Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            && !ascii[(ascii.LastIndexOf('.') + 1)..].All(char.IsAsciiDigit);
    }

    /// <summary>
    /// The form under which addresses are compared: lower case, without a "+tag", and without the dots that Gmail ignores. Only ever
    /// used for a fingerprint; mail goes to the address as it was typed.
    /// </summary>
    public static string Canonical(string address)
    {
        var at = address.LastIndexOf('@');
        var local = address[..at].ToLowerInvariant();
        var domain = (TryAscii(address[(at + 1)..]) ?? address[(at + 1)..]).ToLowerInvariant();
        local = local.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus ? local[..plus] : local;
        return domain is "gmail.com" or "googlemail.com"
            ? local.Replace(".", "", StringComparison.Ordinal) + "@gmail.com"
            : $"{local}@{domain}";
    }

    private static string? TryAscii(string domain)
    {
        try
        {
            return new IdnMapping { UseStd3AsciiRules = true }.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}

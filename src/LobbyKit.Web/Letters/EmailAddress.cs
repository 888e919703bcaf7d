using System.Globalization;
using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Letters;

/// <summary>What we take for an e-mail address, and when two of them are one mailbox.</summary>
public static class EmailAddress
{
    /// <summary>RFC 5321, 4.5.3.1: 256 for a path, less its two brackets.</summary>
    public const int MaximumLength = 254;

    /// <summary>Whether mail can go there: one plain address, as <see cref="MailAddressText"/> takes it, of a domain on the internet.</summary>
    public static bool IsValid(string text) => IsPlain(text) && MailAddressText.IsValid(text) && IsOnTheInternet(text);

    /// <summary>As <see cref="IsValid"/>, for an office, whose address may have letters of every script before the @.</summary>
    public static bool IsValidOfOffice(string text) => IsPlain(text) && MailAddressText.IsValidInternational(text) && IsOnTheInternet(text);

    private static bool IsPlain(string text) => text.Length is > 0 and <= MaximumLength && !text.Any(char.IsWhiteSpace);

    private static bool IsOnTheInternet(string text)
    {
        var domain = TryAscii(MailAddressText.Domain(text)) ?? "";
        return domain.Contains('.', StringComparison.Ordinal) && !domain[(domain.LastIndexOf('.') + 1)..].All(char.IsAsciiDigit);
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

using System.Globalization;
using System.Text;

namespace LobbyKit.Web.Delivery.Mailbox;

/// <summary>The encodings that mail puts over bytes (RFC 2045), and the character sets under them. Never throws.</summary>
internal static class TransferCoding
{
    /// <summary>What is not base64 in it is passed over, as RFC 2045 asks.</summary>
    public static byte[] FromBase64(string text)
    {
        var clean = string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
        return (clean.Length % 4) switch
        {
            0 => Convert.FromBase64String(clean),
            1 => Convert.FromBase64String(clean[..^1]),
            2 => Convert.FromBase64String(clean + "=="),
            _ => Convert.FromBase64String(clean + "="),
        };
    }

    public static byte[] FromQuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        foreach (var line in text.Split("\r\n"))
        {
            var trimmed = line.TrimEnd(' ', '\t');
            var goesOn = trimmed.EndsWith('=');
            AddQuoted(bytes, goesOn ? trimmed[..^1] : trimmed);
            if (!goesOn)
            {
                bytes.AddRange("\r\n"u8);
            }
        }

        return [.. bytes.Take(bytes.Count - (text.Length > 0 && bytes is [.., (byte)'\r', (byte)'\n'] ? 2 : 0))];
    }

    /// <summary><c>=41</c> is A; anything else stands for itself.</summary>
    public static void AddQuoted(List<byte> bytes, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.Latin1.GetBytes(text, i, 1));
            }
        }
    }

    /// <summary>UTF-8 where the name is missing or unknown.</summary>
    public static Encoding Charset(string name)
    {
        try
        {
            return name.Length == 0 ? Encoding.UTF8 : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}

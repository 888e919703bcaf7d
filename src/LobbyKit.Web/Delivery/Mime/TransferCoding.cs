using System.Globalization;
using System.Text;

namespace LobbyKit.Web.Delivery.Mime;

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
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimEnd(' ', '\t', '\r');
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
    public static void AddQuoted(List<byte> bytes, string text) => AddEscaped(bytes, text, '=');

    /// <summary>The same with another sign in front of the two digits.</summary>
    public static void AddEscaped(List<byte> bytes, string text, char sign)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == sign && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add(text[i] <= byte.MaxValue ? (byte)text[i] : (byte)'?');
            }
        }
    }

    /// <summary>UTF-8 where the name is missing or unknown.</summary>
    public static Encoding Charset(string name)
    {
        try
        {
            return name.Length == 0 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        // The second is for UTF-7, which the platform knows and will not read.
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }
}

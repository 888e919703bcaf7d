using System.Text;
using System.Text.RegularExpressions;

namespace LobbyKit.Web.Delivery.Mailbox;

/// <summary>A message or a part of one: headers, an empty line, a body (RFC 2045).</summary>
internal sealed partial class MimePart
{
    private const int Deepest = 5;

    private readonly List<(string Name, string Value)> headers = [];

    // One character a byte, so that nothing is lost before the encoding is known.
    private readonly string body;

    private MimePart(string source)
    {
        var end = source.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        body = end < 0 ? "" : source[(end + 4)..];
        foreach (var line in Folding().Replace(end < 0 ? source : source[..end], " ").Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.Add((line[..colon], line[(colon + 1)..].Trim()));
            }
        }
    }

    public static MimePart Parse(byte[] source) => new(Encoding.Latin1.GetString(source));

    /// <summary>Unfolded; empty where it is missing.</summary>
    public string Header(string name)
    {
        var value = headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";
        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(value));
    }

    /// <summary>The first plain text in it.</summary>
    public MimePart? FindText(int depth = 0)
    {
        var type = Header("Content-Type");
        if (type.Length == 0 || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
        {
            return this;
        }

        var boundary = Parameter(type, "boundary");
        return boundary.Length == 0 || depth == Deepest
            ? null
            : body.Split("--" + boundary).Skip(1)
                .Select(p => new MimePart(p.TrimStart('\r', '\n')).FindText(depth + 1)).FirstOrDefault(p => p is not null);
    }

    /// <summary>Lines end in LF.</summary>
    public string DecodeText()
    {
        var bytes = Header("Content-Transfer-Encoding").ToUpperInvariant() switch
        {
            "BASE64" => TransferCoding.FromBase64(body),
            "QUOTED-PRINTABLE" => TransferCoding.FromQuotedPrintable(body),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return TransferCoding.Charset(Parameter(Header("Content-Type"), "charset")).GetString(bytes).ReplaceLineEndings("\n");
    }

    private static string Parameter(string header, string name)
    {
        var match = Regex.Match(
            header, $@";\s*{name}\s*=\s*(?:""([^""]*)""|([^\s;""]+))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return match.Groups[1].Value + match.Groups[2].Value;
    }

    [GeneratedRegex("\r\n[ \t]+", RegexOptions.CultureInvariant)]
    private static partial Regex Folding();
}

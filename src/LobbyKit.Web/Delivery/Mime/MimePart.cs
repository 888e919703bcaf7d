using System.Text;

namespace LobbyKit.Web.Delivery.Mime;

/// <summary>
/// A message or a part of one: headers, an empty line, a body (RFC 2045). Whatever it is given, it takes time and memory in proportion to
/// its length: what goes past a limit is left out, and nothing calls itself. Lines end in CR LF or, where a program wrote them, in LF.
/// </summary>
internal sealed class MimePart
{
    private const int MostHeaders = 500;
    private const int LongestHeader = 16 * 1024;
    private const int MostParts = 100;
    private const int Deepest = 8;
    private const int LongestBoundary = 200;
    private const int LongestText = 4 * 1024 * 1024;

    // One character a byte, so that nothing is lost before the encoding is known.
    private readonly List<(string Name, string Value)> headers = [];

    private MimePart(ReadOnlyMemory<byte> source)
    {
        var rest = source;
        var value = new StringBuilder();
        var name = "";
        Body = ReadOnlyMemory<byte>.Empty;
        while (rest.Length > 0)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).Span.TrimEnd((byte)'\r');
            rest = end < 0 ? ReadOnlyMemory<byte>.Empty : rest[(end + 1)..];
            if (line.IsEmpty && end >= 0)
            {
                Body = rest;
                break;
            }

            if (!line.IsEmpty && line[0] is (byte)' ' or (byte)'\t')
            {
                value.Append(' ');
                line = line.TrimStart(" \t"u8);
            }
            else
            {
                Keep();
                var colon = line.IndexOf((byte)':');
                name = colon > 0 && headers.Count < MostHeaders ? Encoding.Latin1.GetString(line[..Math.Min(colon, 100)]).TrimEnd() : "";
                line = line[(colon + 1)..];
            }

            if (name.Length > 0 && value.Length < LongestHeader)
            {
                value.Append(Encoding.Latin1.GetString(line[..Math.Min(line.Length, LongestHeader - value.Length)]));
            }
        }

        Keep();

        void Keep()
        {
            if (name.Length > 0)
            {
                headers.Add((name, value.ToString().Trim()));
            }

            name = "";
            value.Clear();
        }
    }

    /// <summary>As it came, undecoded.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>In lower case, without parameters, such as text/plain; empty where it is missing, which means the same.</summary>
    public string MediaType => Raw("Content-Type").Split(';')[0].Trim().ToLowerInvariant();

    public bool IsPlainText => MediaType is "" or "text/plain" or "text";

    /// <summary>Decoded; empty for what is no attachment, or has no name.</summary>
    public string FileName
    {
        get
        {
            var disposition = Raw("Content-Disposition");
            var name = MimeParameter.Find(disposition, "filename");
            return EncodedWords.Decode(Utf8(name.Length > 0 ? name : MimeParameter.Find(Raw("Content-Type"), "name")));
        }
    }

    /// <summary>Whether it is to be kept beside the text, not read with it.</summary>
    public bool IsAttachment => Raw("Content-Disposition").StartsWith("attachment", StringComparison.OrdinalIgnoreCase) || FileName.Length > 0;

    public static MimePart Parse(ReadOnlyMemory<byte> source) => new(source);

    /// <summary>Unfolded; empty where it is missing.</summary>
    public string Header(string name) => Utf8(Raw(name));

    /// <summary>Every one of that name, unfolded, in order.</summary>
    public IEnumerable<string> Headers(string name) => headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => Utf8(h.Value));

    public bool Has(string name) => headers.Any(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A parameter of its type, such as report-type.</summary>
    public string TypeParameter(string name) => Utf8(MimeParameter.Find(Raw("Content-Type"), name));

    /// <summary>Itself, or what it is made of down to the last part, in order.</summary>
    public IReadOnlyList<MimePart> Leaves()
    {
        var found = new List<MimePart>();
        var waiting = new Stack<(MimePart Part, int Depth)>([(this, 0)]);
        while (found.Count < MostParts && waiting.TryPop(out var next))
        {
            var boundary = next.Depth < Deepest && next.Part.MediaType.StartsWith("multipart/", StringComparison.Ordinal)
                ? MimeParameter.Find(next.Part.Raw("Content-Type"), "boundary")
                : "";
            if (boundary.Length is 0 or > LongestBoundary)
            {
                found.Add(next.Part);
                continue;
            }

            foreach (var part in Split(next.Part.Body, boundary, MostParts - found.Count).Reverse<MimePart>())
            {
                waiting.Push((part, next.Depth + 1));
            }
        }

        return found;
    }

    /// <summary>The first plain text in it.</summary>
    public MimePart? FindText() => Leaves().FirstOrDefault(p => p.IsPlainText && !p.IsAttachment);

    /// <summary>Lines end in LF.</summary>
    /// <param name="longest">So many bytes of it are looked at.</param>
    public string DecodeText(int longest = LongestText)
    {
        var source = Encoding.Latin1.GetString(Body.Span[..Math.Min(Body.Length, longest)]);
        var bytes = Raw("Content-Transfer-Encoding").ToUpperInvariant() switch
        {
            "BASE64" => TransferCoding.FromBase64(source),
            "QUOTED-PRINTABLE" => TransferCoding.FromQuotedPrintable(source),
            _ => Encoding.Latin1.GetBytes(source),
        };
        return TransferCoding.Charset(MimeParameter.Find(Raw("Content-Type"), "charset")).GetString(bytes).ReplaceLineEndings("\n");
    }

    private static List<MimePart> Split(ReadOnlyMemory<byte> body, string boundary, int most)
    {
        var parts = new List<MimePart>();
        var mark = Encoding.Latin1.GetBytes("--" + boundary);
        var (from, at) = (-1, 0);
        while (parts.Count < most && body.Span[at..].IndexOf(mark) is >= 0 and var found)
        {
            var start = at + found;
            at = start + mark.Length;
            if (start > 0 && body.Span[start - 1] != '\n')
            {
                continue;
            }

            if (from >= 0)
            {
                parts.Add(new MimePart(Before(body[from..start])));
            }

            var isLast = body.Span[at..].StartsWith("--"u8);
            var lineEnd = body.Span[at..].IndexOf((byte)'\n');
            if (isLast || lineEnd < 0)
            {
                return parts;
            }

            from = at += lineEnd + 1;
        }

        // One that was cut off is better than none.
        if (from >= 0 && parts.Count < most)
        {
            parts.Add(new MimePart(body[from..]));
        }

        return parts;
    }

    // The line break before a boundary belongs to the boundary.
    private static ReadOnlyMemory<byte> Before(ReadOnlyMemory<byte> part) =>
        part.Span.EndsWith("\r\n"u8) ? part[..^2] : part.Span.EndsWith("\n"u8) ? part[..^1] : part;

    private string Raw(string name) => headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    private static string Utf8(string raw) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(raw));
}

using System.Text;
using System.Text.Unicode;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>Finds out how a file's characters are written: UTF-8 or UTF-16 with or without their mark, or else Windows-1252.</summary>
internal static class ListEncoding
{
    private const int Looked = 4096;

    // What Windows-1252 has no character for.
    private static readonly System.Buffers.SearchValues<byte> Undefined = System.Buffers.SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly (byte[] Begins, string Message)[] OtherFiles =
    [
        ("PK\u0003\u0004"u8.ToArray(), "This is a workbook (.xlsx, .ods) or another packed file. Save the sheet as CSV, and import that."),
        ([0xD0, 0xCF, 0x11, 0xE0], "This is an old workbook (.xls) or another Office file. Save the sheet as CSV, and import that."),
        ("%PDF"u8.ToArray(), "This is a PDF, not a CSV file."),
        ([0x1F, 0x8B], "This file is packed (gzip). Unpack it, and import what is in it."),
    ];

    /// <param name="content">The whole file.</param>
    /// <returns>How it is to be read, and what that is called.</returns>
    /// <exception cref="BrokenListException">It is no text.</exception>
    public static (Encoding Encoding, string Name) Of(byte[] content)
    {
        if (content.Length == 0)
        {
            throw new BrokenListException("The file is empty.");
        }

        if (OtherFiles.FirstOrDefault(f => content.AsSpan().StartsWith(f.Begins)).Message is { } other)
        {
            throw new BrokenListException(other);
        }

        if (Utf16(content) is { } utf16)
        {
            return (Checked(content, utf16), "UTF-16");
        }

        if (content.AsSpan().IndexOfAnyInRange((byte)0, (byte)8) >= 0 || content.AsSpan().IndexOfAnyInRange((byte)14, (byte)31) >= 0)
        {
            throw new BrokenListException("This is no text: it has characters in it that no CSV file has. Is it a picture, a program or a damaged file?");
        }

        if (Utf8.IsValid(content))
        {
            return (Encoding.UTF8, content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? "UTF-8 with BOM" : "UTF-8");
        }

        var (good, wrong) = CountUtf8(content);
        if (good > 0 && Enumerable.Range(1, 3).Any(cut => Utf8.IsValid(content.AsSpan(0, content.Length - cut))))
        {
            throw new BrokenListException("The file is cut off: it ends in the middle of a character. Copy it again.");
        }

        if (good > wrong || content.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            throw new BrokenListException("The file is damaged: it is UTF-8, and some of its characters are broken. Save it again as UTF-8.");
        }

        return ((ReadOnlySpan<byte>)content).IndexOfAny(Undefined) < 0
            ? (Windows1252, "Windows-1252")
            : throw new BrokenListException("The file’s characters are neither UTF-8 nor UTF-16 nor Windows-1252. Save it as UTF-8.");
    }

    private static UnicodeEncoding? Utf16(byte[] content)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return new UnicodeEncoding(bigEndian: content[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
        }

        // Without its mark: headings are mostly ASCII, so every other byte is nothing.
        var head = content.AsSpan(0, Math.Min(content.Length & ~1, Looked));
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }

        var most = head.Length / 2 * 0.4;
        return head.Length >= 8 && odd > most && even == 0 ? new UnicodeEncoding(false, false, true)
            : head.Length >= 8 && even > most && odd == 0 ? new UnicodeEncoding(true, false, true) : null;
    }

    private static UnicodeEncoding Checked(byte[] content, UnicodeEncoding encoding)
    {
        try
        {
            var text = encoding.GetString(content);
            return text.AsSpan().IndexOfAnyInRange('\0', '\u0008') < 0
                ? encoding
                : throw new BrokenListException("This is no text: it has characters in it that no CSV file has.");
        }
        catch (DecoderFallbackException problem)
        {
            throw new BrokenListException("The file is cut off or damaged: some of its UTF-16 characters are broken. Copy it again.", problem);
        }
    }

    /// <summary>Characters beyond ASCII that are right UTF-8, and bytes that are in none.</summary>
    private static (int Good, int Wrong) CountUtf8(ReadOnlySpan<byte> content)
    {
        var (good, wrong) = (0, 0);
        while (content.Length > 0)
        {
            var ascii = content.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                break;
            }

            content = content[ascii..];
            var isGood = Rune.DecodeFromUtf8(content, out _, out var length) == System.Buffers.OperationStatus.Done;
            (good, wrong) = isGood ? (good + 1, wrong) : (good, wrong + 1);
            content = content[Math.Max(1, length)..];
        }

        return (good, wrong);
    }
}

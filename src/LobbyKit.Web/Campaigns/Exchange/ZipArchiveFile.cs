using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using LobbyKit.Web.Infrastructure.Binary;

namespace LobbyKit.Web.Campaigns.Exchange;

/// <summary>
/// A zip, read strictly and within bounds. The platform's reader believes the sizes that a zip states: a longer file is cut off without a word,
/// and a directory of a hundred thousand names is read in before anybody can count them. Here every number is checked against the bytes.
/// </summary>
internal sealed class ZipArchiveFile
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;
    private const int MostCommentLength = ushort.MaxValue;
    private const byte MadeOnUnix = 3;
    private const byte MadeOnMac = 19;
    private const ushort NamesAreUtf8 = 1 << 11;
    private const ushort Stored = 0;
    private const ushort Deflated = 8;

    private readonly byte[] zip;

    private ZipArchiveFile(byte[] zip, IReadOnlyList<ZipEntry> entries) => (this.zip, Entries) = (zip, entries);

    public IReadOnlyList<ZipEntry> Entries { get; }

    /// <exception cref="InvalidDataException">It is no zip, is broken, or has more entries than it may; the message says which.</exception>
    public static ZipArchiveFile Open(byte[] zip, int mostEntries)
    {
        var end = FindEnd(zip);
        var bytes = zip.AsSpan();
        var (disk, count) = (Word(bytes, end + 4), Word(bytes, end + 10));
        var (length, start) = (Number(bytes, end + 12), Number(bytes, end + 16));
        if (count > mostEntries)
        {
            throw new InvalidDataException(FormattableString.Invariant($"The zip has too many files in it; there can be {mostEntries:N0}."));
        }

        // No zip of several volumes, nothing glued on in front of it, no gap.
        if (disk != 0 || Word(bytes, end + 8) != count || (long)start + length != end)
        {
            throw Broken();
        }

        var entries = new List<ZipEntry>(count);
        var at = (int)start;
        for (var i = 0; i < count; i++)
        {
            entries.Add(ReadEntry(bytes[..end], ref at));
        }

        return at == end ? new ZipArchiveFile(zip, entries) : throw Broken();
    }

    /// <summary>Unpacks a file; never more of it than it says it has.</summary>
    /// <exception cref="InvalidDataException">It is broken, packed in an unknown way, or not as long as it says.</exception>
    public byte[] Unpack(ZipEntry entry, int mostBytes)
    {
        if (entry.Size > mostBytes)
        {
            throw new InvalidDataException("it is too large.");
        }

        var bytes = zip.AsSpan();
        if (entry.Offset > zip.Length - LocalLength || Number(bytes, (int)entry.Offset) != 0x04034B50)
        {
            throw new InvalidDataException("it is not where the zip says that it is.");
        }

        var start = entry.Offset + LocalLength + Word(bytes, (int)entry.Offset + 26) + Word(bytes, (int)entry.Offset + 28);
        if (start + entry.PackedSize > zip.Length)
        {
            throw new InvalidDataException("it stops in the middle.");
        }

        using var packed = new MemoryStream(zip, (int)start, (int)entry.PackedSize, writable: false);
        using var unpacked = entry.Method switch
        {
            Stored => packed,
            Deflated => (Stream)new DeflateStream(packed, CompressionMode.Decompress),
            _ => throw new InvalidDataException("it is packed in a way that is not usual. Make the zip anew with an ordinary program."),
        };
        // One byte of room more than there may be: what fills it is longer than it says.
        var room = new byte[entry.Size + 1];
        var length = ReadAll(unpacked, room);
        return length > entry.Size ? throw new InvalidDataException("it is larger than the zip says.")
            : length < entry.Size || Checksum.Of(room.AsSpan(0, length)) != entry.Checksum ? throw new InvalidDataException("it is broken.")
            : room[..length];
    }

    private static int ReadAll(Stream unpacked, byte[] room)
    {
        try
        {
            return unpacked.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            throw new InvalidDataException("it is broken.");
        }
    }

    // The last one, where its comment reaches to the end of the file.
    private static int FindEnd(ReadOnlySpan<byte> zip)
    {
        var earliest = Math.Max(0, zip.Length - EndLength - MostCommentLength);
        var found = zip[earliest..].LastIndexOf("PK\x05\x06"u8);
        var end = earliest + found;
        return found >= 0 && end + EndLength <= zip.Length && end + EndLength + Word(zip, end + 20) == zip.Length
            ? end
            : throw new InvalidDataException("This is no zip file, or it was not copied whole.");
    }

    private static ZipEntry ReadEntry(ReadOnlySpan<byte> directory, ref int at)
    {
        if (at > directory.Length - EntryLength || Number(directory, at) != 0x02014B50)
        {
            throw Broken();
        }

        var entry = directory.Slice(at, EntryLength);
        var next = at + EntryLength + Word(entry, 28) + Word(entry, 30) + Word(entry, 32);
        if (next > directory.Length)
        {
            throw Broken();
        }

        var flags = Word(entry, 8);
        var name = ((flags & NamesAreUtf8) != 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(directory.Slice(at + EntryLength, Word(entry, 28)));
        var mode = entry[5] is MadeOnUnix or MadeOnMac ? Word(entry, 40) : 0;
        at = next;
        return new ZipEntry(name, flags, Word(entry, 10), Number(entry, 16), Number(entry, 20), Number(entry, 24), mode, Number(entry, 42));
    }

    private static ushort Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static InvalidDataException Broken() => new("The zip is broken. Make it anew.");
}

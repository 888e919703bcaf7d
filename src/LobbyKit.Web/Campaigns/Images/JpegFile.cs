namespace LobbyKit.Web.Campaigns.Images;

/// <summary>
/// JPEG, baseline and progressive. Of the notes that programs leave in it only two stay, written anew: which colours its components are, and
/// which way up it is.
/// </summary>
internal static class JpegFile
{
    private const byte Fill = 0xFF;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte QuantisationTables = 0xDB;
    private const byte RestartInterval = 0xDD;
    private const byte HuffmanTables = 0xC4;
    private const byte FirstNote = 0xE0;
    private const byte ExifNote = 0xE1;
    private const byte AdobeNote = 0xEE;
    private const byte LastNote = 0xEF;
    private const byte Comment = 0xFE;

    public static bool Begins(ReadOnlySpan<byte> file) => file is [Fill, StartOfImage, Fill, ..];

    public static CleanImage Clean(ReadOnlySpan<byte> file)
    {
        var reader = new ByteReader(file);
        reader.Take(2);
        using var body = new MemoryStream(file.Length);
        var (orientation, width, height, components) = (1, 0, 0, 0);
        byte[] jfif = [], adobe = [];
        var (hasTables, hasScan) = (false, false);
        for (var marker = Marker(ref reader); marker != EndOfImage; marker = Marker(ref reader))
        {
            var start = reader.Position;
            int length = reader.BigShort();
            var data = length < 2 ? throw ImageCleaner.Broken("its parts are not in order") : reader.Take(length - 2);
            switch (marker)
            {
                case FirstNote when data.Length >= 12 && data.StartsWith("JFIF\0"u8):
                    // Version, unit and density; no preview.
                    jfif = [Fill, FirstNote, 0, 16, .. data[..12], 0, 0];
                    continue;
                case AdobeNote when data.Length >= 12 && data.StartsWith("Adobe"u8):
                    adobe = [Fill, AdobeNote, 0, 14, .. data[..12]];
                    continue;
                case ExifNote when data.StartsWith("Exif\0\0"u8) && orientation == 1:
                    orientation = ExifOrientation.Of(data[6..]);
                    continue;
                case >= FirstNote and <= LastNote or Comment:
                    continue;
                case 0xC0 or 0xC1 or 0xC2 when components == 0:
                    (width, height, components) = Frame(data);
                    break;
                case QuantisationTables when AreQuantisationTables(data):
                    hasTables = true;
                    break;
                case HuffmanTables when AreHuffmanTables(data):
                    break;
                case RestartInterval when data.Length == 2:
                    break;
                case StartOfScan when components > 0 && hasTables && data.Length >= 6 && data[0] is >= 1 and <= 4 && data.Length == 4 + (2 * data[0]):
                    hasScan = true;
                    break;
                case 0xC3 or (>= 0xC5 and <= 0xC7) or (>= 0xC9 and <= 0xCB) or (>= 0xCD and <= 0xCF):
                    throw new InvalidDataException("The picture is a JPEG of a kind that browsers do not show. Save it as an ordinary JPEG.");
                default:
                    throw ImageCleaner.Broken("its parts are not in order");
            }

            body.Write([Fill, marker]);
            body.Write(file[start..reader.Position]);
            if (marker == StartOfScan)
            {
                body.Write(Scan(ref reader, file));
            }
        }

        if (!hasScan)
        {
            throw ImageCleaner.Broken("there is no picture in it");
        }

        var note = orientation == 1 ? [] : ExifOrientation.Segment(orientation);
        byte[] clean = [Fill, StartOfImage, .. jfif, .. note, .. adobe, .. body.ToArray(), Fill, EndOfImage];
        return orientation >= 5 ? new CleanImage(ImageType.Jpeg, height, width, clean) : new CleanImage(ImageType.Jpeg, width, height, clean);
    }

    private static byte Marker(ref ByteReader reader)
    {
        if (reader.Byte() != Fill)
        {
            throw ImageCleaner.Broken("its parts are not in order");
        }

        byte marker;
        do
        {
            marker = reader.Byte();
        }
        while (marker == Fill);
        return marker;
    }

    // The drawing itself: it goes on until a marker that is neither an escaped FF nor a restart.
    private static ReadOnlySpan<byte> Scan(ref ByteReader reader, ReadOnlySpan<byte> file)
    {
        var start = reader.Position;
        while (true)
        {
            var next = file[reader.Position..].IndexOf(Fill);
            reader.Take(next < 0 ? reader.Left : next);
            var at = reader.Position;
            reader.Take(1);
            if (reader.Byte() is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                reader = new ByteReader(file);
                reader.Take(at);
                return file[start..at];
            }
        }
    }

    private static (int Width, int Height, int Components) Frame(ReadOnlySpan<byte> data)
    {
        var reader = new ByteReader(data);
        var precision = reader.Byte();
        int height = reader.BigShort(), width = reader.BigShort(), components = reader.Byte();
        ImageCleaner.CheckSize(width, height);
        return precision == 8 && components is 1 or 3 or 4 && reader.Left == 3 * components
            ? (width, height, components)
            : throw new InvalidDataException("The picture is a JPEG of a kind that browsers do not show. Save it as an ordinary JPEG.");
    }

    private static bool AreQuantisationTables(ReadOnlySpan<byte> data)
    {
        while (data.Length > 0)
        {
            var length = 1 + (data[0] >> 4 == 0 ? 64 : 128);
            if (data[0] >> 4 > 1 || (data[0] & 15) > 3 || data.Length < length)
            {
                return false;
            }

            data = data[length..];
        }

        return true;
    }

    private static bool AreHuffmanTables(ReadOnlySpan<byte> data)
    {
        while (data.Length > 0)
        {
            if (data.Length < 17 || data[0] >> 4 > 1 || (data[0] & 15) > 3)
            {
                return false;
            }

            var length = 17;
            foreach (var count in data[1..17])
            {
                length += count;
            }

            if (length > 17 + 256 || data.Length < length)
            {
                return false;
            }

            data = data[length..];
        }

        return true;
    }
}

using System.Buffers.Binary;

namespace LobbyKit.Web.Campaigns.Images;

/// <summary>WebP, still pictures, with loss or without. What comes out has the drawing and its transparency in it.</summary>
internal static class WebPFile
{
    private const byte HasAnimation = 0b10;
    private const byte HasAlpha = 0b1_0000;

    public static bool Begins(ReadOnlySpan<byte> file) => file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8);

    public static CleanImage Clean(ReadOnlySpan<byte> file)
    {
        var outer = new ByteReader(file);
        outer.Take(4);
        var reader = new ByteReader(outer.Take(outer.LittleInt()));
        reader.Take(4);
        ReadOnlySpan<byte> extended = [], alpha = [], drawing = [];
        var isLossless = false;
        while (reader.Left > 0)
        {
            var name = reader.Take(4);
            var data = reader.Take(reader.LittleInt());
            reader.Take(data.Length % 2);
            if (name.SequenceEqual("VP8X"u8) && data.Length == 10 && extended.IsEmpty && drawing.IsEmpty)
            {
                extended = data;
            }
            else if (name.SequenceEqual("ALPH"u8) && alpha.IsEmpty && drawing.IsEmpty && !extended.IsEmpty && data.Length > 1)
            {
                alpha = data;
            }
            else if ((name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8)) && drawing.IsEmpty && data.Length > 0)
            {
                drawing = data;
                isLossless = name[3] == (byte)'L';
            }
            else if (name.SequenceEqual("ANIM"u8) || name.SequenceEqual("ANMF"u8) || (!extended.IsEmpty && (extended[0] & HasAnimation) != 0))
            {
                throw new InvalidDataException("The picture moves. Take a still one: moving pictures keep people from reading.");
            }
            else if (name.SequenceEqual("EXIF"u8))
            {
                CheckUpright(data);
            }
            else if (name.StartsWith("VP8"u8) || name.SequenceEqual("ALPH"u8))
            {
                throw ImageCleaner.Broken("its parts are not in order");
            }
        }

        var (width, height) = isLossless ? LosslessSize(drawing) : LossySize(drawing);
        ImageCleaner.CheckSize(width, height);
        if (!extended.IsEmpty && (Canvas(extended[4..]) != width || Canvas(extended[7..]) != height))
        {
            throw ImageCleaner.Broken("it says two different sizes");
        }

        using var clean = new MemoryStream(file.Length);
        if (!alpha.IsEmpty && !isLossless)
        {
            Write(clean, "VP8X"u8, [HasAlpha, 0, 0, 0, .. extended[4..]]);
            Write(clean, "ALPH"u8, alpha);
        }

        Write(clean, isLossless ? "VP8L"u8 : "VP8 "u8, drawing);
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)clean.Length + 4);
        return new CleanImage(ImageType.WebP, width, height, [.. "RIFF"u8, .. size, .. "WEBP"u8, .. clean.ToArray()]);
    }

    private static void CheckUpright(ReadOnlySpan<byte> notes)
    {
        if (ExifOrientation.Of(notes.StartsWith("Exif\0\0"u8) ? notes[6..] : notes) != 1)
        {
            throw ExifOrientation.Turned();
        }
    }

    // A key frame's tag, its start code, and two sizes of 14 bits, each with 2 bits of scaling.
    private static (int Width, int Height) LossySize(ReadOnlySpan<byte> drawing)
    {
        if (drawing.Length < 10 || (drawing[0] & 1) != 0 || !drawing[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
        {
            throw ImageCleaner.Broken("there is no picture in it");
        }

        var firstPart = (drawing[0] | (drawing[1] << 8) | (drawing[2] << 16)) >> 5;
        return firstPart <= drawing.Length - 10
            ? (BinaryPrimitives.ReadUInt16LittleEndian(drawing[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(drawing[8..]) & 0x3FFF)
            : throw ImageCleaner.Broken("it stops in the middle");
    }

    private static (int Width, int Height) LosslessSize(ReadOnlySpan<byte> drawing)
    {
        if (drawing.Length < 6 || drawing[0] != 0x2F || drawing[4] >> 5 != 0)
        {
            throw ImageCleaner.Broken("there is no picture in it");
        }

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(drawing[1..]);
        return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }

    private static int Canvas(ReadOnlySpan<byte> bytes) => (bytes[0] | (bytes[1] << 8) | (bytes[2] << 16)) + 1;

    private static void Write(MemoryStream clean, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)data.Length);
        clean.Write(name);
        clean.Write(length);
        clean.Write(data);
        if (data.Length % 2 == 1)
        {
            clean.WriteByte(0);
        }
    }
}

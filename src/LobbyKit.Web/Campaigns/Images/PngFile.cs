using System.Buffers.Binary;
using LobbyKit.Web.Infrastructure.Binary;

namespace LobbyKit.Web.Campaigns.Images;

/// <summary>PNG, as its specification (third edition) orders it. An animation becomes its still picture.</summary>
internal static class PngFile
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    // What a colour looks like, in fixed shapes that hold no text.
    private static readonly Dictionary<string, int> ColourChunks = new() { ["gAMA"] = 4, ["cHRM"] = 32, ["sRGB"] = 1 };

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    public static CleanImage Clean(ReadOnlySpan<byte> file)
    {
        var reader = new ByteReader(file);
        reader.Take(Signature.Length);
        using var clean = new MemoryStream(file.Length);
        clean.Write(Signature);
        uint width = 0, height = 0;
        byte colourType = 0;
        var (hasPalette, hasTransparency, dataBegan, dataEnded) = (false, false, false, false);
        for (var first = true; ; first = false)
        {
            var start = reader.Position;
            var length = reader.BigInt();
            var named = reader.Take(4);
            var data = reader.Take(length);
            if (Checksum.Of(file.Slice(start + 4, 4 + data.Length)) != reader.BigInt())
            {
                throw ImageCleaner.Broken("a part of it does not add up");
            }

            var name = System.Text.Encoding.Latin1.GetString(named);
            dataEnded |= dataBegan && name != "IDAT";
            if (first != (name == "IHDR"))
            {
                throw ImageCleaner.Broken("its beginning is not where it should be");
            }

            var isKept = true;
            switch (name)
            {
                case "IHDR":
                    (width, height, colourType) = Header(data);
                    break;
                case "PLTE" when !hasPalette && !hasTransparency && !dataBegan && data.Length is > 0 and <= 768 && data.Length % 3 == 0 && colourType is not (0 or 4):
                    hasPalette = true;
                    break;
                case "tRNS" when !hasTransparency && !dataBegan && IsTransparency(data.Length, colourType, hasPalette):
                    hasTransparency = true;
                    break;
                case "IDAT" when !dataEnded && (hasPalette || colourType != 3):
                    dataBegan = true;
                    break;
                case "IEND" when dataBegan && data.Length == 0:
                    clean.Write(file[start..reader.Position]);
                    return new CleanImage(ImageType.Png, (int)width, (int)height, clean.ToArray());
                case "PLTE" or "tRNS" or "IDAT" or "IEND":
                    throw ImageCleaner.Broken("its parts are not in order");
                default:
                    isKept = !hasPalette && !dataBegan && ColourChunks.TryGetValue(name, out var size) && data.Length == size;
                    CheckLeftOut(name, data);
                    break;
            }

            if (isKept)
            {
                clean.Write(file[start..reader.Position]);
            }
        }
    }

    private static (uint Width, uint Height, byte ColourType) Header(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
        {
            throw ImageCleaner.Broken("its beginning has the wrong length");
        }

        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        ImageCleaner.CheckSize(width, height);
        var isKnown = (data[9], data[8]) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        return isKnown && data[10] == 0 && data[11] == 0 && data[12] <= 1 ? (width, height, data[9]) : throw ImageCleaner.Broken("it says that it is of a kind that there is not");
    }

    private static bool IsTransparency(int length, byte colourType, bool hasPalette) => colourType switch
    {
        0 => length == 2,
        2 => length == 6,
        3 => hasPalette && length is > 0 and <= 256,
        _ => false,
    };

    private static void CheckLeftOut(string name, ReadOnlySpan<byte> data)
    {
        // A capital first letter says that the picture cannot be drawn without this part.
        if (name.Any(c => !char.IsAsciiLetter(c)) || char.IsAsciiLetterUpper(name[0]))
        {
            throw ImageCleaner.Broken("it has a part that nobody knows");
        }

        if (name == "eXIf" && ExifOrientation.Of(data) != 1)
        {
            throw ExifOrientation.Turned();
        }
    }
}

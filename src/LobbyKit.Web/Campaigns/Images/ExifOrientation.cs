using System.Buffers.Binary;

namespace LobbyKit.Web.Campaigns.Images;

/// <summary>Which way up a camera was held. It is the one thing of a camera's notes that a picture cannot do without.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;

    /// <summary>For a picture that says so in a place that browsers do not agree about.</summary>
    public static InvalidDataException Turned() => new(
        "The picture lies on its side: it carries a note to turn it, which goes with the other notes. Open it in any picture program, turn it, save it, and take that file.");

    /// <param name="tiff">The notes, from their byte order on.</param>
    /// <returns>1 to 8; 1, upright, where nothing is said or what is said cannot be read: then no browser could read it either.</returns>
    public static int Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff is [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..]))
        {
            return 1;
        }

        var isLittle = tiff[0] == (byte)'I';
        var at = Int(tiff[4..]);
        if (at < 8 || at > tiff.Length - 2)
        {
            return 1;
        }

        var entries = Word(tiff[(int)at..]);
        for (var entry = (int)at + 2; entries > 0 && entry + 12 <= tiff.Length; entries--, entry += 12)
        {
            if (Word(tiff[entry..]) == Tag && Word(tiff[(entry + 2)..]) == Short && Word(tiff[(entry + 8)..]) is >= 1 and <= 8 and var orientation)
            {
                return orientation;
            }
        }

        return 1;

        ushort Word(ReadOnlySpan<byte> bytes) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
        uint Int(ReadOnlySpan<byte> bytes) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    /// <summary>A JPEG segment that says this and nothing else.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8,
        .. "MM"u8, 0, 42, 0, 0, 0, 8, // Big-endian, the directory follows
        0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, // one entry
        0, 0, 0, 0, // no further directory
    ];
}

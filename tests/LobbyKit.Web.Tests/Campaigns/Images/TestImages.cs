using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using LobbyKit.Web.Infrastructure.Binary;

namespace LobbyKit.Web.Tests.Campaigns.Images;

/// <summary>Small pictures made by hand, with what cameras and attackers put into them.</summary>
internal static class TestImages
{
    /// <summary>Stands wherever a camera writes a place. Nothing that is stored may have it.</summary>
    public const string Secret = "GPS 52.5200 N 13.4050 E";

    private static readonly byte[] SecretBytes = Encoding.ASCII.GetBytes(Secret);

    public static byte[] Png(int width = 4, int height = 3, byte shade = 0x40) => PngOf(Header(width, height), Data(width, height, shade));

    public static byte[] PngOf(params byte[][] chunks) => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. chunks.SelectMany(c => c), .. Chunk("IEND", [])];

    public static byte[] PngWithNotes() => PngOf(
        Header(4, 3), Chunk("tEXt", [.. "Location\0"u8, .. SecretBytes]), Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. SecretBytes]),
        Chunk("eXIf", Exif(1)), Chunk("tIME", new byte[7]), Chunk("gAMA", [0, 0, 0xB1, 0x8F]), Data(4, 3, 0x40), Chunk("zTXt", [.. "a\0\0"u8, .. SecretBytes]));

    public static byte[] Header(int width, int height, byte depth = 8, byte colourType = 0)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        (data[8], data[9]) = (depth, colourType);
        return Chunk("IHDR", data);
    }

    public static byte[] Data(int width, int height, byte shade)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var line = 0; line < height; line++)
            {
                zlib.Write([0, .. Enumerable.Repeat(shade, width)]);
            }
        }

        return Chunk("IDAT", packed.ToArray());
    }

    public static byte[] Chunk(string name, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. data];
        var (length, checksum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Checksum.Of(named));
        return [.. length, .. named, .. checksum];
    }

    /// <summary>Structure as of a camera's file; what is drawn is a few bytes.</summary>
    public static byte[] Jpeg(int width = 32, int height = 16, params byte[][] notes) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 1, 1, .. "\x01\x02\x03"u8]), .. notes.SelectMany(n => n),
        .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0, 1, .. new byte[15], 0]), .. Segment(0xC4, [0x10, 1, .. new byte[15], 0]),
        .. Segment(0xDD, [0, 4]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9,
    ];

    public static byte[] JpegWithNotes(int orientation = 1) => Jpeg(
        32, 16, Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation)]), Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. SecretBytes]),
        Segment(0xE2, [.. "ICC_PROFILE\0\x01\x01"u8, .. SecretBytes]), Segment(0xED, [.. "Photoshop 3.0\0"u8, .. SecretBytes]),
        Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1, .. SecretBytes]), Segment(0xFE, SecretBytes));

    public static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    public static byte[] WebP(int width = 20, int height = 10) => Riff(RiffChunk("VP8L", Lossless(width, height)));

    public static byte[] WebPWithNotes(int orientation = 1) => Riff(
        RiffChunk("VP8X", [0b0010_1100, 0, 0, 0, 19, 0, 0, 9, 0, 0]), RiffChunk("ICCP", SecretBytes), RiffChunk("VP8L", Lossless(20, 10)),
        RiffChunk("EXIF", Exif(orientation)), RiffChunk("XMP ", SecretBytes), RiffChunk("odd ", [.. SecretBytes, 1, 2]));

    /// <summary>With loss, and transparent.</summary>
    public static byte[] LossyWebPWithNotes() => Riff(
        RiffChunk("VP8X", [0b0001_1100, 0, 0, 0, 19, 0, 0, 9, 0, 0]), RiffChunk("ALPH", [0, 1, 2]),
        RiffChunk("VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A, 20, 0, 10, 0, 7, 7, 7]), RiffChunk("EXIF", Exif(1)), RiffChunk("XMP ", SecretBytes));

    public static byte[] Riff(params byte[][] chunks)
    {
        byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(c => c)];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body];
    }

    public static byte[] RiffChunk(string name, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(name), .. BitConverter.GetBytes(data.Length), .. data, .. new byte[data.Length % 2]];

    public static bool HasSecret(byte[] bytes) => bytes.AsSpan().IndexOf(SecretBytes) >= 0;

    private static byte[] Lossless(int width, int height) => [0x2F, .. BitConverter.GetBytes((uint)((width - 1) | ((height - 1) << 14))), 0x88, 0x88, 8];

    // Notes of a camera: which way up, and a place.
    private static byte[] Exif(int orientation) =>
    [
        .. "II"u8, 42, 0, 8, 0, 0, 0, 2, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0,
        0, 0, 0, 0, .. SecretBytes,
    ];
}

namespace LobbyKit.Web.Campaigns.Exchange;

/// <summary>A file in a zip, as the zip's directory describes it. None of it is to be believed.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Flags">General purpose flags.</param>
/// <param name="Method">0 for stored, 8 for deflated.</param>
/// <param name="Checksum">CRC-32 of the unpacked file.</param>
/// <param name="PackedSize">Bytes in the zip.</param>
/// <param name="Size">Bytes unpacked.</param>
/// <param name="UnixMode">Kind and permissions, where the zip was made on a system that has them; else 0.</param>
/// <param name="Offset">Where its local header begins.</param>
internal sealed record ZipEntry(string Name, ushort Flags, ushort Method, uint Checksum, uint PackedSize, uint Size, int UnixMode, uint Offset)
{
    private const int KindMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    public bool IsFolder => Name.EndsWith('/');

    public bool IsEncrypted => (Flags & 0b10_0000_0100_0001) != 0;

    /// <summary>A link, a device or the like: anything that is neither file nor folder.</summary>
    public bool IsSpecial => (UnixMode & KindMask) is not (0 or RegularFile or Folder);
}

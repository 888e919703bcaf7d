using System.Security.Cryptography;

namespace LobbyKit.Web.Campaigns.Images;

/// <summary>A picture as <see cref="ImageCleaner"/> wrote it: what is needed to draw it, and nothing else.</summary>
/// <param name="Type">By content.</param>
/// <param name="Width">In pixels, as it is shown.</param>
/// <param name="Height">In pixels, as it is shown.</param>
/// <param name="Bytes">The file.</param>
public sealed record CleanImage(ImageType Type, int Width, int Height, byte[] Bytes)
{
    /// <summary>SHA-256 of the file in lower-case hexadecimal: the picture's name in addresses.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

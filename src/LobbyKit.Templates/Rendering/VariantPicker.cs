using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LobbyKit.Templates.Rendering;

/// <summary>
/// Chooses for <c>pick</c>: by a hash of the supporter's seed and of which <c>pick</c> of the template it is. So the
/// choice is the same in every rendering, even on spread over supporters, and independent from one pick to the next.
/// </summary>
internal static class VariantPicker
{
    public static int Choose(string seed, int ordinal, int count)
    {
        byte[] input = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{ordinal}\n{seed}"));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)count);
    }
}

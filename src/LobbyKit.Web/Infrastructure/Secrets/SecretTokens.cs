using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LobbyKit.Web.Infrastructure.Secrets;

/// <summary>Makes the secrets in links, and the fingerprints by which things are found again without being stored.</summary>
public sealed class SecretTokens(InstallationSecret secret)
{
    /// <summary>A new secret of 256 bits, 43 characters, safe in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is stored of a secret: SHA-256, base64url. Secrets are random, so no salt is needed.</summary>
    public static string Hash(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>
    /// The same parts give the same 43 characters on every node of the installation, and nobody without its secret
    /// can make or reverse them.
    /// </summary>
    /// <param name="purpose">Keeps the uses apart.</param>
    /// <param name="parts">What is fingerprinted; each part's length counts, so that no two lists of parts collide.</param>
    public string Derive(string purpose, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(purpose);
        foreach (var part in parts)
        {
            text.Append('|').Append(part.Length).Append(':').Append(part);
        }

        return Base64Url.EncodeToString(HMACSHA256.HashData(secret.Value, Encoding.UTF8.GetBytes(text.ToString())));
    }
}

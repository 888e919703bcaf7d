#if LOBBYKIT_FULL
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Cryptography;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// Signs what goes out with the key of the campaign's domain (DKIM, RFC 6376), so that a receiving server can tell that nobody else wrote
/// it and nobody changed it on the way.
/// </summary>
public sealed class DkimSignature(IOptions<MailOptions> options, IHostEnvironment environment)
{
    /// <summary>Named once more than they are there: nobody can add a second one that a reader might be shown instead.</summary>
    private static readonly string[] Signed =
    [
        "From", "From", "To", "To", "Subject", "Subject", "Date", "Date", "Message-ID", "Message-ID", "Reply-To", "Reply-To",
        "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Language", "Auto-Submitted",
    ];

    private readonly DkimSigner? signer = options.Value.Dkim.IsSet ? Signer(options.Value.Dkim, environment.ContentRootPath) : null;

    /// <summary>Whether there is a key to sign with.</summary>
    public bool IsUsed => signer is not null;

    /// <param name="options">All three set.</param>
    /// <param name="contentRoot">What a relative file is looked for in.</param>
    /// <exception cref="InvalidDataException">The key cannot be used; the message says why and holds nothing of it.</exception>
    public static DkimSigner Signer(DkimOptions options, string contentRoot)
    {
        try
        {
            var pem = File.ReadAllBytes(Path.GetFullPath(options.KeyFile, contentRoot));
            return new DkimSigner(new MemoryStream(pem), options.Domain, options.Selector, Algorithm(pem))
            {
                HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
                BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            };
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException("which cannot be read", problem);
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException or InvalidCastException)
        {
            throw new InvalidDataException("which holds no private key, RSA or Ed25519, in PEM without a passphrase", problem);
        }
    }

    /// <summary>Puts the signature on top. Nothing of the message may change after it.</summary>
    public void Sign(MimeMessage message, FormatOptions format) => signer?.Sign(format, message, Signed);

    private static DkimSignatureAlgorithm Algorithm(byte[] pem)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(System.Text.Encoding.ASCII.GetString(pem));
            return DkimSignatureAlgorithm.RsaSha256;
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            // MimeKit knows two kinds of keys; whether it is the other one shows when it is read.
            return DkimSignatureAlgorithm.Ed25519Sha256;
        }
    }
}
#endif

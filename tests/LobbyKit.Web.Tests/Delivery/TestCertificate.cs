using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>Certificates of servers on this machine.</summary>
internal static class TestCertificate
{
    /// <summary>For 127.0.0.1, signed by nobody but itself.</summary>
    public static X509Certificate2 Create() => Create(authority: null);

    /// <summary>Whoever trusts this trusts what it signed.</summary>
    public static X509Certificate2 CreateAuthority(string name = "Test Authority")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(30));
    }

    /// <param name="authority">Who signs it; null for itself.</param>
    /// <param name="hasExpired">Whether it was good until yesterday.</param>
    /// <param name="name">For what name, instead of 127.0.0.1.</param>
    public static X509Certificate2 Create(X509Certificate2? authority, bool hasExpired = false, string? name = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name ?? "127.0.0.1"}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (name is null)
        {
            names.AddIpAddress(IPAddress.Loopback);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        var until = DateTimeOffset.UtcNow.AddDays(hasExpired ? -1 : 1);
        if (authority is null)
        {
            return request.CreateSelfSigned(until.AddDays(-2), until);
        }

        using var signed = request.Create(authority, until.AddDays(-2), until, RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }
}

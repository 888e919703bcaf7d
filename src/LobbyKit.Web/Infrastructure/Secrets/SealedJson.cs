using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace LobbyKit.Web.Infrastructure.Secrets;

/// <summary>Encrypts what is personal before it reaches the database (ASP.NET Core Data Protection).</summary>
public sealed class SealedJson(IDataProtectionProvider provider)
{
    private readonly IDataProtector protector = provider.CreateProtector("LobbyKit.Personal.v1");

    public byte[] Seal<T>(T value) => protector.Protect(JsonSerializer.SerializeToUtf8Bytes(value));

    /// <exception cref="CryptographicException">The keys that sealed it are gone, or it was tampered with.</exception>
    public T Open<T>(byte[] sealedValue) => JsonSerializer.Deserialize<T>(protector.Unprotect(sealedValue))!;
}

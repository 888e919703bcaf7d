using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace LobbyKit.Web.Infrastructure.Secrets;

/// <summary>Encrypts what is personal before it reaches the database (ASP.NET Core Data Protection).</summary>
public sealed class SealedJson(IDataProtectionProvider provider)
{
    // What is sealed meets no browser: every script may stand as it is, where an escape would take six bytes a character.
    private static readonly JsonSerializerOptions AsItStands = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IDataProtector protector = provider.CreateProtector("LobbyKit.Personal.v1");

    public byte[] Seal<T>(T value) => protector.Protect(JsonSerializer.SerializeToUtf8Bytes(value, AsItStands));

    /// <exception cref="CryptographicException">The keys that sealed it are gone, or it was tampered with.</exception>
    public T Open<T>(byte[] sealedValue) => JsonSerializer.Deserialize<T>(protector.Unprotect(sealedValue))!;
}

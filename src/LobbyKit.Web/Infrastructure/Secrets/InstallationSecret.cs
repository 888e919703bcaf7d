using System.Security.Cryptography;
using LobbyKit.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Infrastructure.Secrets;

/// <summary>
/// One random key for all nodes of the installation: in the database, sealed with the keys that are not. Unlike those it
/// never rotates, because fingerprints made with it must stay comparable.
/// </summary>
public sealed class InstallationSecret(IDataProtectionProvider provider, IDbContextFactory<LobbyKitDbContext> contexts)
{
    private const string Name = "fingerprints";
    private readonly IDataProtector protector = provider.CreateProtector("LobbyKit.InstallationSecret.v1");
    private readonly Lock gate = new();
    private byte[]? value;

    /// <summary>32 bytes.</summary>
    public byte[] Value
    {
        get
        {
            lock (gate)
            {
                return value ??= LoadOrCreate();
            }
        }
    }

    /// <summary>Looks anew, and makes nothing, unlike <see cref="Value"/>.</summary>
    /// <returns>The id of the key that sealed it; null where there is no secret yet.</returns>
    /// <exception cref="CryptographicException">The keys do not open it.</exception>
    public async Task<Guid?> SealedWithAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.StoredSecrets.FindAsync([Name], cancellationToken) is not { } stored)
        {
            return null;
        }

        protector.Unprotect(stored.SealedValue);
        // Data Protection writes four bytes of its own and then the key's id before what it sealed.
        return new Guid(stored.SealedValue.AsSpan(4, 16));
    }

    private byte[] LoadOrCreate()
    {
        using var db = contexts.CreateDbContext();
        if (db.StoredSecrets.Find(Name) is { } stored)
        {
            return protector.Unprotect(stored.SealedValue);
        }

        var made = RandomNumberGenerator.GetBytes(32);
        db.StoredSecrets.Add(new StoredSecret { Name = Name, SealedValue = protector.Protect(made) });
        try
        {
            db.SaveChanges();
            return made;
        }
        catch (DbUpdateException)
        {
            // Another node was quicker; its key is the one.
            db.ChangeTracker.Clear();
            return protector.Unprotect(db.StoredSecrets.Single(s => s.Name == Name).SealedValue);
        }
    }
}

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

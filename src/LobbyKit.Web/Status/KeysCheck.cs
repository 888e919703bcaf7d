using System.Security.Cryptography;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LobbyKit.Web.Status;

/// <summary>Looks at the folder itself: the process goes on for a while with keys that it has in memory.</summary>
internal sealed class KeysCheck(KeyFolder folder, InstallationSecret secret) : StatusCheck
{
    private const string Restore = "Put the keys back from their backup before anything is restarted. Without them every unsent letter and the installation's secret are lost.";

    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        if (!folder.Exists)
        {
            return Wrong($"The folder of the keys, {folder.Path}, is gone.", Restore);
        }

        if (folder.Keys.Count == 0)
        {
            return Wrong($"The folder of the keys, {folder.Path}, holds no key.", Restore);
        }

        try
        {
            if (await secret.SealedWithAsync(cancellationToken) is { } key && !folder.Has(key))
            {
                return Wrong($"The key {key}, with which this installation's secret is sealed, is not in {folder.Path}.", Restore);
            }
        }
        catch (CryptographicException)
        {
            return Wrong($"The keys in {folder.Path} are not those of this database.", Restore);
        }

        return CanBeWritten()
            ? Good($"{(folder.Keys.Count == 1 ? "The key" : $"The {folder.Keys.Count} keys")} in {folder.Path} open{(folder.Keys.Count == 1 ? "s" : "")} what is sealed in the database.")
            : Attention($"No new key can be written to {folder.Path}; the present one runs out after 90 days.", "Let the user that runs LobbyKit write there.");
    }

    private bool CanBeWritten()
    {
        var file = Path.Combine(folder.Path, $".written-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllBytes(file, []);
            File.Delete(file);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

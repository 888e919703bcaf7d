using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Data.Backups;

/// <summary>
/// Copies the database while it is used, reads the copy through, and notes that it was made. The keys go nowhere by themselves: beside
/// the database they would open it for whoever takes the backup. A note beside the copy names those that it needs.
/// </summary>
public sealed class DatabaseBackup(IDbContextFactory<LobbyKitDbContext> contexts, IDatabaseEngine engine, KeyFolder keys, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <param name="folder">Made where it is not there.</param>
    /// <param name="keyFolder">Another folder, to which the keys are copied; null for nowhere.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The copy's path.</returns>
    /// <exception cref="InvalidDataException">No backup was made; the message says why.</exception>
    public async Task<string> RunAsync(string folder, string? keyFolder, CancellationToken cancellationToken)
    {
        if (keyFolder is not null && IsWithin(keyFolder, folder))
        {
            throw new InvalidDataException("The keys must not lie with the database: whoever takes one backup would have both. Name another folder for --keys.");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var file = Path.Combine(Path.GetFullPath(folder), $"lobbykit-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.db");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var unfinished = file + ".unfinished";
            File.Delete(unfinished);
            // Asked for before the copy is made: what was sealed by then is in it.
            var (migration, head) = await StateAsync(cancellationToken);
            await engine.CopyAsync(unfinished, cancellationToken);
            File.Move(unfinished, file, overwrite: false);
            await NoteAsync(file, now, migration, head, cancellationToken);
            CopyKeys(keyFolder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"No backup was made: {problem.Message}", problem);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.BackupRecords.Add(new BackupRecord { At = now, File = file, Bytes = new FileInfo(file).Length });
        await db.SaveChangesAsync(cancellationToken);
        return file;
    }

    private async Task<(string? Migration, string? Head)> StateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (
            (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault(),
            await db.AuditSeals.OrderByDescending(s => s.Sequence).Select(s => s.Sequence + ":" + s.Hash).FirstOrDefaultAsync(cancellationToken));
    }

    private async Task NoteAsync(string file, DateTime now, string? migration, string? head, CancellationToken cancellationToken)
    {
        await using var copy = File.OpenRead(file);
        var note = new
        {
            MadeAt = now,
            File = Path.GetFileName(file),
            Bytes = copy.Length,
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(copy, cancellationToken)),
            LastMigration = migration,
            AuditHead = head,
            KeysNeeded = keys.Keys.Select(Path.GetFileName),
        };
        await File.WriteAllTextAsync(Path.ChangeExtension(file, ".json"), JsonSerializer.Serialize(note, Json) + "\n", cancellationToken);
    }

    private void CopyKeys(string? to)
    {
        if (to is null)
        {
            return;
        }

        var folder = Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (var key in keys.Keys)
        {
            File.Copy(key, Path.Combine(folder.FullName, Path.GetFileName(key)), overwrite: true);
        }
    }

    private static bool IsWithin(string one, string other)
    {
        var (a, b) = (Path.GetFullPath(one) + Path.DirectorySeparatorChar, Path.GetFullPath(other) + Path.DirectorySeparatorChar);
        return a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);
    }
}

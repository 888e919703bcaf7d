using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>Removes what nobody went on with, and what is too old to be undone.</summary>
public sealed class ImportUpkeep(IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock)
{
    /// <summary>So long an uploaded file waits to be applied.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    /// <summary>So long an import can be undone.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromDays(90);

    private static readonly ImportState[] Open = [ImportState.Uploaded, ImportState.ToCheck, ImportState.Checked, ImportState.Refused];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (waitedSince, appliedBefore) = (now - Waits, now - Undoable);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.ContactImports.Where(i =>
                (Open.Contains(i.State) && i.UploadedAt < waitedSince)
                || ((i.State == ImportState.Applied || i.State == ImportState.Undone) && i.AppliedAt < appliedBefore))
            .ExecuteDeleteAsync(cancellationToken);
    }
}

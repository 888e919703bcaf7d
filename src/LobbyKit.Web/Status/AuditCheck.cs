using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LobbyKit.Web.Status;

/// <summary>Whether the log is being sealed. To follow the whole chain takes longer: that is the command "audit verify".</summary>
internal sealed class AuditCheck(IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock) : StatusCheck
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.AuditSeals.OrderByDescending(s => s.Sequence).FirstOrDefaultAsync(cancellationToken);
        var limit = clock.GetUtcNow().UtcDateTime - Long;
        var after = last?.EntryId ?? 0;
        var left = await db.AuditEntries.CountAsync(e => e.Id > after && e.At < limit, cancellationToken);
        return left == 0
            ? Good(last is null ? "Nothing is recorded yet." : $"{last.Sequence} entries are sealed; the head is {last.Sequence}:{last.Hash}.")
            : Attention($"{left} entries of the log wait for their seal since more than {Long.TotalMinutes} minutes.", "Look whether LobbyKit is running, and what its log says of sealing.");
    }
}

using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Status;

internal sealed class QueueCheck(IDbContextFactory<LobbyKitDbContext> contexts, IOptions<StatusOptions> options, TimeProvider clock) : StatusCheck
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = db.Outbox.Where(m => m.State == OutboxState.Waiting);
        var count = await waiting.CountAsync(cancellationToken);
        // Whatever is to be tried later has a later due time; what stays behind is what nobody takes.
        var oldest = await waiting.MinAsync(m => (DateTime?)m.DueAt, cancellationToken);
        var late = clock.GetUtcNow().UtcDateTime - (oldest ?? DateTime.MaxValue);
        return late <= TimeSpan.FromMinutes(options.Value.QueueMinutes)
            ? Good(count == 0 ? "No e-mail waits." : $"{count} e-mails wait; none is overdue by more than {options.Value.QueueMinutes} minutes.")
            : Attention(
                $"{count} e-mails wait, and the one that waits longest has been due for {(int)late.TotalMinutes} minutes. Nothing is lost.",
                "Look whether a node with LobbyKit:Role All or Worker is running, whether the mail server takes e-mail, and what its log says of delivery.");
    }
}

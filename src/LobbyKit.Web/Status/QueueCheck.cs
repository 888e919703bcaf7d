using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Delivery.Pace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Status;

internal sealed class QueueCheck(IDbContextFactory<LobbyKitDbContext> contexts, IOptions<StatusOptions> options, Pacemaker pace, TimeProvider clock) : StatusCheck
{
    /// <summary>Letters wait for their pace through nights and weekends of work; that none at all was tried for so long is another matter.</summary>
    private static readonly TimeSpan Standstill = TimeSpan.FromHours(24);

    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = db.Outbox.Where(m => m.State == OutboxState.Waiting);
        var count = await waiting.CountAsync(cancellationToken);
        if (await db.DeliveryPauses.AsNoTracking().FirstOrDefaultAsync(p => p.Kind == LaneKind.Relay, cancellationToken) is { } pause)
        {
            return Attention(
                $"All mail is paused, by {pause.By} since {Time(pause.Since)}. {count} e-mails wait. Nothing is lost.", "Resume it on the page Delivery when it may go on.");
        }

        var findings = new List<string>();
        var toDo = new List<string>();
        await AddStoppedAsync(db, findings, toDo, cancellationToken);

        // Whatever is to be tried later has a later due time; what stays behind is what nobody takes, or what its pace keeps.
        var oldest = await waiting.Where(m => !pace.IsOn || m.Kind < MailKind.Letter).MinAsync(m => (DateTime?)m.DueAt, cancellationToken);
        var late = now - (oldest ?? DateTime.MaxValue);
        var paused = await db.DeliveryPauses.CountAsync(cancellationToken);
        if (late > TimeSpan.FromMinutes(options.Value.QueueMinutes))
        {
            findings.Add($"{count} e-mails wait, and the one that waits longest has been due for {(int)late.TotalMinutes} minutes. Nothing is lost.");
            toDo.Add("Look whether a node with LobbyKit:Role All or Worker is running, whether the mail server takes e-mail, and what its log says of delivery.");
        }
        else if (pace.IsOn && paused == 0 && await IsStillAsync(db, now, cancellationToken))
        {
            findings.Add($"{count} e-mails wait, and none was tried for a day. Nothing is lost.");
            toDo.Add("Look whether a node with LobbyKit:Role All or Worker is running, and on the page Delivery whether the contacts that are written to have verified addresses.");
        }

        var isGood = findings.Count == 0;
        if (isGood)
        {
            findings.Add(count == 0 ? "No e-mail waits."
                : pace.IsOn ? $"{count} e-mails wait. Letters wait for their pace; of the others none is overdue by more than {options.Value.QueueMinutes} minutes."
                : $"{count} e-mails wait; none is overdue by more than {options.Value.QueueMinutes} minutes.");
        }

        if (paused > 0)
        {
            findings.Add($"Paused by hand: {paused} of the contacts, domains and campaigns.");
        }

        return isGood ? Good(string.Join(' ', findings)) : Attention(string.Join(' ', findings), string.Join(' ', toDo));
    }

    private static async Task AddStoppedAsync(LobbyKitDbContext db, List<string> findings, List<string> toDo, CancellationToken cancellationToken)
    {
        var stopped = await db.DeliveryLanes.AsNoTracking().Where(l => l.StoppedAt != null).OrderBy(l => l.StoppedAt).ToListAsync(cancellationToken);
        if (stopped.Count == 0)
        {
            return;
        }

        // That our own mail server takes nothing explains the others.
        var first = stopped.Find(l => l.Kind == LaneKind.Relay) ?? stopped[0];
        var name = new LaneName(first.Kind, first.Key);
        var title = (await LaneTitles.OfAsync(db, [name], cancellationToken))[name];
        var why = first.FailingBecause is { } reason ? $": {DeskWords.Why(reason)}" : "";
        findings.Add($"Delivery has stopped after failures: {title}, since {Time(first.StoppedAt!.Value)}{why}.{(stopped.Count == 1 ? "" : $" Stopped likewise: {stopped.Count - 1} more.")}");
        toDo.Add($"{DeskWords.ToDo(first.Kind, first.FailingBecause)} The page Delivery says when the next try is, and can make it at once.");
    }

    private static async Task<bool> IsStillAsync(LobbyKitDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var since = now - Standstill;
        return await db.Outbox.AnyAsync(m => m.State == OutboxState.Waiting && m.DueAt < since, cancellationToken)
            && !await db.DeliveryAttempts.AnyAsync(a => a.FinishedAt >= since, cancellationToken);
    }

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}

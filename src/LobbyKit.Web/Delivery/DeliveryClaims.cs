using System.Collections.Concurrent;
using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>Takes due e-mails for this worker, so that no other sends them, and gives back what was not tried.</summary>
public sealed class DeliveryClaims(
    IDbContextFactory<LobbyKitDbContext> contexts, DeliveryPolicy policy, IOptions<MailOptions> options, TimeProvider clock, ILogger<DeliveryClaims> logger)
{
    /// <summary>How long a letter waits before its contact is looked at again.</summary>
    private static readonly TimeSpan WaitForVerification = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<int, bool> namedInLog = new();

    /// <summary>The most urgent due e-mails, at most <paramref name="most"/>, with their letters moved to Sending, committed.</summary>
    internal async Task<IReadOnlyList<ClaimedMail>> TakeAsync(int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await FindDueAsync(db, most, cancellationToken);
        if (ids.Count == 0)
        {
            return [];
        }

        var claim = Guid.NewGuid();
        var now = Now;
        var until = now + options.Value.Lease;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // The condition stands again: between looking and taking another worker may have been here.
        await Due(db, now).Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.ClaimId, claim).SetProperty(m => m.ClaimedUntil, until), cancellationToken);
        var mine = await db.Outbox.Include(m => m.Letter).Where(m => m.ClaimId == claim)
            .OrderBy(m => m.Kind).ThenBy(m => m.DueAt).ToListAsync(cancellationToken);
        foreach (var mail in mine)
        {
            MoveOrCancel(mail, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [.. mine.Where(m => m.State == OutboxState.Waiting)
            .Select(m => new ClaimedMail(m.Id, m.Kind, m.ContactId, m.MessageId, m.SealedMail, claim, until))];
    }

    /// <summary>Where a claimed letter goes now; its contact may have changed since it was claimed.</summary>
    /// <returns>Null where nothing may be sent to its contact any more.</returns>
    internal async Task<string?> AddressNowAsync(int contactId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await policy.AddressesAsync(db, [contactId], cancellationToken)).GetValueOrDefault(contactId);
    }

    /// <summary>Gives back what was claimed and not tried, without waiting for the claim to run out.</summary>
    internal async Task GiveBackAsync(IReadOnlyCollection<ClaimedMail> untried, CancellationToken cancellationToken)
    {
        if (untried.Count == 0)
        {
            return;
        }

        var ids = untried.Select(m => m.Id).ToList();
        var claim = untried.First().ClaimId;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var mine = await db.Outbox.Include(m => m.Letter)
            .Where(m => ids.Contains(m.Id) && m.ClaimId == claim).ToListAsync(cancellationToken);
        foreach (var mail in mine)
        {
            mail.ClaimId = null;
            mail.ClaimedUntil = null;
            if (mail is { Kind: MailKind.Letter, Letter.State: LetterState.Sending })
            {
                mail.Letter.MoveTo(LetterState.Queued, Now, LetterActor.Delivery);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static IQueryable<OutboxMail> Due(LobbyKitDbContext db, DateTime now) => db.Outbox.Where(
        m => m.State == OutboxState.Waiting && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now));

    private async Task<List<long>> FindDueAsync(LobbyKitDbContext db, int most, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await Due(db, Now).OrderBy(m => m.Kind).ThenBy(m => m.DueAt).Take(most)
                .Select(m => new { m.Id, m.Kind, m.ContactId }).ToListAsync(cancellationToken);
            var contacts = found.Where(m => m.Kind == MailKind.Letter).Select(m => m.ContactId).OfType<int>().Distinct().ToList();
            var unreachable = await FindUnreachableAsync(db, contacts, cancellationToken);
            if (unreachable.Count == 0)
            {
                return [.. found.Select(m => m.Id)];
            }

            await PutOffAsync(db, unreachable, cancellationToken);
        }
    }

    private async Task<List<int>> FindUnreachableAsync(LobbyKitDbContext db, List<int> contacts, CancellationToken cancellationToken)
    {
        var reachable = await policy.AddressesAsync(db, contacts, cancellationToken);
        foreach (var id in reachable.Keys)
        {
            namedInLog.TryRemove(id, out _);
        }

        return [.. contacts.Except(reachable.Keys)];
    }

    private async Task PutOffAsync(LobbyKitDbContext db, List<int> contacts, CancellationToken cancellationToken)
    {
        var now = Now;
        var later = now + WaitForVerification;
        await Due(db, now).Where(m => m.Kind == MailKind.Letter && m.ContactId != null && contacts.Contains(m.ContactId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, later), cancellationToken);
        foreach (var contact in contacts.Where(c => namedInLog.TryAdd(c, true)))
        {
            logger.LogWarning("Letters to contact {ContactId} wait: it has no verified e-mail address.", contact);
        }
    }

    /// <summary>Withdrawn, expired or confirmed in the meantime: what nobody waits for any more is not sent.</summary>
    private static void MoveOrCancel(OutboxMail mail, DateTime now)
    {
        if (mail.Letter is not { } letter || mail.Kind == MailKind.Notice)
        {
            return;
        }

        var goesOut = mail.Kind == MailKind.Confirmation
            ? letter.State == LetterState.AwaitingConfirmation
            // Sending already: the worker that had it died; nothing is known but that it has to be tried again.
            : letter.State == LetterState.Sending || LetterLife.MayMove(letter.State, LetterState.Sending);
        if (!goesOut)
        {
            mail.State = OutboxState.Cancelled;
            mail.SealedMail = null;
            mail.ClaimId = null;
            mail.ClaimedUntil = null;
            mail.FinishedAt = now;
        }
        else if (mail.Kind == MailKind.Letter && letter.State != LetterState.Sending)
        {
            letter.MoveTo(LetterState.Sending, now, LetterActor.Delivery);
        }
    }
}

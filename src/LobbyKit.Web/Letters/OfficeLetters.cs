using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>How many letters offices get, and which of their servers refuse them. Counts only: nothing of a letter is read.</summary>
public sealed class OfficeLetters(LobbyKitDbContext db, TimeProvider clock)
{
    /// <summary>So long after a refused letter its contact is flagged.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    private static readonly LetterState[] OnTheirWay = [LetterState.Queued, LetterState.Sending, LetterState.Retrying];

    /// <summary>Ids of the contacts whose server refused or bounced a letter lately, and whose address is still the same. May name one twice.</summary>
    public IQueryable<int> Bouncing()
    {
        var since = clock.GetUtcNow().UtcDateTime - Lately;
        return db.Letters
            .Where(l => (l.State == LetterState.Rejected || l.State == LetterState.Bounced) && l.StateAt > since)
            .Where(l => !db.AddressChanges.Any(c => c.ContactId == l.ContactId && c.State == AddressChangeState.Approved && c.DecidedAt > l.StateAt))
            .Select(l => l.ContactId);
    }

    public Task<bool> IsBouncingAsync(int contactId, CancellationToken cancellationToken) =>
        Bouncing().AnyAsync(id => id == contactId, cancellationToken);

    /// <summary>Letters written to each; a contact without one is left out.</summary>
    public async Task<IReadOnlyDictionary<int, int>> CountAsync(IReadOnlyCollection<int> contactIds, CancellationToken cancellationToken) =>
        await db.Letters.Where(l => contactIds.Contains(l.ContactId)).GroupBy(l => l.ContactId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    /// <summary>Confirmed letters that are not delivered yet.</summary>
    public Task<int> WaitingAsync(int contactId, CancellationToken cancellationToken) =>
        db.Letters.CountAsync(l => l.ContactId == contactId && OnTheirWay.Contains(l.State), cancellationToken);

    /// <summary>By the month in which they were written, the newest first. Letters to merged duplicates count with it.</summary>
    public async Task<IReadOnlyList<OfficeMonth>> MonthsAsync(int contactId, CancellationToken cancellationToken)
    {
        var ids = await db.Contacts.Where(c => c.Id == contactId || c.MergedIntoId == contactId).Select(c => c.Id).ToListAsync(cancellationToken);
        var counts = await db.Letters
            .Where(l => ids.Contains(l.ContactId))
            .GroupBy(l => new { l.CreatedOn.Year, l.CreatedOn.Month, l.State })
            .Select(g => new { g.Key.Year, g.Key.Month, g.Key.State, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return [.. counts.GroupBy(c => new DateOnly(c.Year, c.Month, 1))
            .Select(g => new OfficeMonth(
                g.Key,
                g.Sum(c => c.Count),
                g.Where(c => c.State is LetterState.Accepted or LetterState.Answered or LetterState.Reported).Sum(c => c.Count),
                g.Where(c => c.State == LetterState.Rejected).Sum(c => c.Count),
                g.Where(c => c.State == LetterState.Bounced).Sum(c => c.Count)))
            .OrderByDescending(m => m.Month)];
    }
}

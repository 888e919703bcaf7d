using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Contacts;

/// <summary>
/// The work list of contacts that somebody has to look at: an address that nobody has seen on the official page, or not for too long,
/// or a person whose time in the office is over. The most written-to come first.
/// </summary>
public sealed class ContactsToVerify(LobbyKitDbContext db, IOptions<ContactOptions> options, TimeProvider clock)
{
    public int StaleAfterDays => options.Value.StaleAfterDays;

    public Task<int> CountAsync(CancellationToken cancellationToken) => All().CountAsync(cancellationToken);

    /// <param name="skipped">Left for later.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>With channels, not tracked; null where nothing is left to do.</returns>
    public async Task<Contact?> NextAsync(IReadOnlyCollection<int> skipped, CancellationToken cancellationToken)
    {
        var left = All().Where(c => !skipped.Contains(c.Id));
        // Few of many contacts are written to at all: begin with those.
        var written =
            from letters in db.Letters.GroupBy(l => l.ContactId).Select(g => new { ContactId = g.Key, Count = g.Count() })
            join contact in left on letters.ContactId equals contact.Id
            orderby letters.Count descending, contact.Id
            select (int?)contact.Id;
        var id = await written.FirstOrDefaultAsync(cancellationToken)
            ?? await left.OrderBy(c => c.Id).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancellationToken);
        return await db.Contacts.AsNoTracking().Include(c => c.Channels).FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
    }

    private IQueryable<Contact> All()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var staleBefore = now.AddDays(-options.Value.StaleAfterDays);
        var today = DateOnly.FromDateTime(now);
        return db.Contacts.AsNoTracking().Where(c => c.RetiredAt == null
            && (c.PersonUntil < today || c.Channels.Any(x => x.StoppedAt == null && (x.VerifiedAt == null || x.VerifiedAt < staleBefore))));
    }
}

using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Contacts;

/// <summary>The list of contacts as admins look through it.</summary>
public sealed class ContactSearch(LobbyKitDbContext db, OfficeLetters letters, IOptions<ContactOptions> options, TimeProvider clock)
{
    public const int PageSize = 50;

    private const int MostWords = 8;

    /// <summary>What was seen before this has to be looked at again.</summary>
    public DateTime StaleBefore => clock.GetUtcNow().UtcDateTime.AddDays(-options.Value.StaleAfterDays);

    public async Task<ContactListing> FindAsync(ContactQuery query, CancellationToken cancellationToken)
    {
        var found = Filter(query);
        var total = await found.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page, 1, pages);

        // Ids first: only fifty rows are read in full.
        var ids = await Sort(found, query.Sort).Select(c => c.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var contacts = await db.Contacts.AsNoTracking().Include(c => c.Channels).AsSplitQuery().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
        var bouncing = await letters.Bouncing().Where(id => ids.Contains(id)).Distinct().ToListAsync(cancellationToken);
        var waiting = await db.AddressChanges.Where(c => c.State == AddressChangeState.Waiting && ids.Contains(c.ContactId))
            .Select(c => c.ContactId).ToListAsync(cancellationToken);
        return new ContactListing(
            [.. contacts.OrderBy(c => ids.IndexOf(c.Id))], total, page, pages, bouncing.ToHashSet(), waiting.ToHashSet(),
            await letters.CountAsync(ids, cancellationToken));
    }

    private IQueryable<Contact> Filter(ContactQuery query)
    {
        var found = db.Contacts.AsNoTracking().Where(c => c.RetiredAt == null != query.Retired);
        foreach (var word in FoldedText.Of(query.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            found = found.Where(c => c.SearchText.Contains(word));
        }

        if (query.CountryCode.Length > 0)
        {
            found = found.Where(c => c.CountryCode == query.CountryCode);
        }

        if (query.Role is { } role)
        {
            found = found.Where(c => c.Role == role);
        }

        if (query.Confidence is { } confidence)
        {
            found = found.Where(c => c.Confidence == confidence);
        }

        if (query.Channel is { } kind)
        {
            found = found.Where(c => c.Channels.Any(x => x.Kind == kind && x.StoppedAt == null));
        }

        if (query.Bouncing)
        {
            var bouncing = letters.Bouncing();
            found = found.Where(c => bouncing.Contains(c.Id));
        }

        var staleBefore = StaleBefore;
        return query.Check switch
        {
            ContactCheck.Unverified => found.Where(c => c.Channels.Any(x => x.StoppedAt == null && x.VerifiedAt == null)),
            ContactCheck.Stale => found.Where(c => c.Channels.Any(x => x.StoppedAt == null && x.VerifiedAt < staleBefore)),
            ContactCheck.Verified => found.Where(c => c.Channels.Any(x => x.StoppedAt == null)
                && !c.Channels.Any(x => x.StoppedAt == null && (x.VerifiedAt == null || x.VerifiedAt < staleBefore))),
            _ => found,
        };
    }

    // The searched text begins with the office, folded: Élysée stands among the E.
    private IQueryable<Contact> Sort(IQueryable<Contact> found, ContactSort sort) => sort switch
    {
        ContactSort.Office => found.OrderBy(c => c.SearchText).ThenBy(c => c.Id),
        ContactSort.LongestUnchecked => found
            .OrderByDescending(c => c.Channels.Any(x => x.StoppedAt == null && x.VerifiedAt == null))
            .ThenBy(c => c.Channels.Where(x => x.StoppedAt == null).Min(x => x.VerifiedAt)).ThenBy(c => c.Id),
        ContactSort.MostWritten => found.OrderByDescending(c => db.Letters.Count(l => l.ContactId == c.Id)).ThenBy(c => c.Id),
        _ => found.OrderBy(c => c.CountryName).ThenBy(c => c.Role).ThenBy(c => c.Position).ThenBy(c => c.Id),
    };
}

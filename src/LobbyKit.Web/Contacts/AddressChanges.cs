using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>New e-mail addresses that wait for a second admin, and what became of earlier ones. To decide: <see cref="AddressApproval"/>.</summary>
public sealed class AddressChanges(LobbyKitDbContext db)
{
    private const int MostShown = 50;
    private const int MostDecided = 20;

    public Task<int> CountWaitingAsync(CancellationToken cancellationToken) =>
        db.AddressChanges.CountAsync(c => c.State == AddressChangeState.Waiting, cancellationToken);

    /// <summary>Those in place of another address first: whoever changes an address can lead letters away. Then the longest waiting.</summary>
    public async Task<IReadOnlyList<AddressChange>> WaitingAsync(CancellationToken cancellationToken) => await WithContact()
        .Where(c => c.State == AddressChangeState.Waiting)
        .OrderBy(c => c.Before == "").ThenBy(c => c.ProposedAt).ThenBy(c => c.Id).Take(MostShown).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<AddressChange>> DecidedAsync(CancellationToken cancellationToken) => await WithContact()
        .Where(c => c.State != AddressChangeState.Waiting)
        .OrderByDescending(c => c.DecidedAt).ThenByDescending(c => c.Id).Take(MostDecided).ToListAsync(cancellationToken);

    /// <summary>All of one contact, the newest first.</summary>
    public async Task<IReadOnlyList<AddressChange>> OfAsync(int contactId, CancellationToken cancellationToken) => await db.AddressChanges.AsNoTracking()
        .Where(c => c.ContactId == contactId).OrderByDescending(c => c.Id).Take(MostDecided).ToListAsync(cancellationToken);

    /// <summary>With its contact and that one's channels, not tracked.</summary>
    public Task<AddressChange?> FindAsync(long id, CancellationToken cancellationToken) =>
        WithContact().Include(c => c.Contact.Channels).FirstOrDefaultAsync(c => c.Id == id, cancellationToken);

    private IQueryable<AddressChange> WithContact() => db.AddressChanges.AsNoTracking().Include(c => c.Contact);
}

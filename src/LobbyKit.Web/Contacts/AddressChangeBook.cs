using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>Keeps the changes of e-mail addresses. Adds to the caller's context and never saves.</summary>
/// <param name="db">The caller's.</param>
/// <param name="clock">The application's.</param>
/// <param name="at">The one time under which everything is recorded; null for the time it is.</param>
internal sealed class AddressChangeBook(LobbyKitDbContext db, TimeProvider clock, DateTime? at = null)
{
    private DateTime Now => at ?? clock.GetUtcNow().UtcDateTime;

    public void Propose(Contact contact, string address, string reason, ContactEditor by) => db.AddressChanges.Add(new AddressChange
    {
        Contact = contact,
        Before = contact.Channel(ChannelKind.Email)?.Address ?? "",
        After = address,
        Reason = reason,
        ProposedAt = Now,
        ProposedById = by.AccountId,
        ProposedBy = by.Name,
    });

    /// <summary>As <see cref="Propose"/>, in the place of what waits. The same address that waits already stays as it is, and whoever entered it.</summary>
    public async Task ReplaceAsync(Contact contact, string address, string reason, ContactEditor by, CancellationToken cancellationToken) =>
        Replace(contact, await Waiting().Where(c => c.ContactId == contact.Id).ToListAsync(cancellationToken), address, reason, by);

    /// <summary>As <see cref="ReplaceAsync"/>, where what waits is known.</summary>
    public void Replace(Contact contact, List<AddressChange> waiting, string address, string reason, ContactEditor by)
    {
        if (waiting.Any(c => ContactChannel.Canonical(c.After) == ContactChannel.Canonical(address)))
        {
            return;
        }

        waiting.ForEach(c => Decide(c, AddressChangeState.Replaced, by));
        Propose(contact, address, reason, by);
    }

    public async Task DropAsync(int contactId, ContactEditor by, CancellationToken cancellationToken) =>
        (await Waiting().Where(c => c.ContactId == contactId).ToListAsync(cancellationToken)).ForEach(c => Decide(c, AddressChangeState.Replaced, by));

    public Task<AddressChange?> FindWaitingAsync(long id, CancellationToken cancellationToken) =>
        Waiting().Include(c => c.Contact.Channels).FirstOrDefaultAsync(c => c.Id == id, cancellationToken);

    public void Decide(AddressChange change, AddressChangeState state, ContactEditor by) =>
        (change.State, change.DecidedAt, change.DecidedById, change.DecidedBy) = (state, Now, by.AccountId, by.Name);

    /// <summary>Undoes what was recorded at a time: what was entered then waits no longer, what it replaced waits again.</summary>
    public void TakeBack(AddressChange change, DateTime recordedAt, ContactEditor by)
    {
        if (change.ProposedAt == recordedAt && change.State == AddressChangeState.Waiting)
        {
            Decide(change, AddressChangeState.Replaced, by);
        }
        else if (change.ProposedAt != recordedAt && change.State == AddressChangeState.Replaced)
        {
            (change.State, change.DecidedAt, change.DecidedById, change.DecidedBy) = (AddressChangeState.Waiting, null, null, "");
        }
    }

    private IQueryable<AddressChange> Waiting() => db.AddressChanges.Where(c => c.State == AddressChangeState.Waiting);
}

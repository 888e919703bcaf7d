using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>Keeps the changes of e-mail addresses. Adds to the caller's context and never saves.</summary>
internal sealed class AddressChangeBook(LobbyKitDbContext db, TimeProvider clock)
{
    public void Propose(Contact contact, string address, string reason, ContactEditor by) => db.AddressChanges.Add(new AddressChange
    {
        Contact = contact,
        Before = contact.Channel(ChannelKind.Email)?.Address ?? "",
        After = address,
        Reason = reason,
        ProposedAt = clock.GetUtcNow().UtcDateTime,
        ProposedById = by.AccountId,
        ProposedBy = by.Name,
    });

    /// <summary>As <see cref="Propose"/>, in the place of what waits. The same address that waits already stays as it is, and whoever entered it.</summary>
    public async Task ReplaceAsync(Contact contact, string address, string reason, ContactEditor by, CancellationToken cancellationToken)
    {
        var waiting = await Waiting().Where(c => c.ContactId == contact.Id).ToListAsync(cancellationToken);
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
        (change.State, change.DecidedAt, change.DecidedById, change.DecidedBy) = (state, clock.GetUtcNow().UtcDateTime, by.AccountId, by.Name);

    private IQueryable<AddressChange> Waiting() => db.AddressChanges.Where(c => c.State == AddressChangeState.Waiting);
}

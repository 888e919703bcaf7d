using LobbyKit.Templates;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>
/// <see cref="ContactEditing"/> for many contacts in one save of the caller's, by the same rules: a new e-mail address waits for
/// another admin. Batch by batch, so that 50,000 contacts are never in memory at once. Where a batch is not taken, nothing is to be written.
/// </summary>
internal sealed class ContactBulkEditing
{
    private readonly LobbyKitDbContext db;
    private readonly IBulkSave save;
    private readonly AddressChangeBook changes;
    private readonly ContactEditor by;
    private readonly DateTime now;
    private readonly HashSet<(string, ContactRole, string)> offices = [];
    private int position;

    private ContactBulkEditing(LobbyKitDbContext db, IBulkSave save, ContactEditor by, TimeProvider clock, DateTime now) =>
        (this.db, this.save, this.by, this.now, changes) = (db, save, by, now, new AddressChangeBook(db, clock, now));

    /// <param name="db">The one that is saved.</param>
    /// <param name="save">Gets the batches.</param>
    /// <param name="by">Who changes them.</param>
    /// <param name="clock">The application's.</param>
    /// <param name="now">The one time under which all of it is recorded.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ContactBulkEditing> BeginAsync(
        LobbyKitDbContext db, IBulkSave save, ContactEditor by, TimeProvider clock, DateTime now, CancellationToken cancellationToken)
    {
        var bulk = new ContactBulkEditing(db, save, by, clock, now) { position = await db.Contacts.MaxAsync(c => (int?)c.Position, cancellationToken) ?? 0 };
        var known = db.Contacts.AsNoTracking().Select(c => new { c.CountryCode, c.Role, c.Office });
        await foreach (var office in known.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            bulk.offices.Add((office.CountryCode, office.Role, office.Office));
        }

        return bulk;
    }

    /// <summary>Prepares a batch, and with it whatever else the caller changed in the context.</summary>
    /// <returns>False where a contact is another one by now, or an office to be added is there: nothing is to be written.</returns>
    public async Task<bool> PutAsync(IReadOnlyList<ContactBulkChange> batch, string reason, Action<ContactBulkChange> put, CancellationToken cancellationToken)
    {
        var ids = batch.Where(c => c.ContactId is not null).Select(c => c.ContactId!.Value).ToList();
        var contacts = await TrackAsync(ids, cancellationToken);
        var waiting = (await db.AddressChanges.Where(c => EF.Parameter(ids).Contains(c.ContactId) && c.State == AddressChangeState.Waiting)
            .ToListAsync(cancellationToken)).ToLookup(c => c.ContactId);
        var id = await save.ReserveIdsAsync<Contact>(batch.Count - ids.Count, cancellationToken);
        foreach (var change in batch)
        {
            if (change.ContactId is { } knownId)
            {
                if (contacts.GetValueOrDefault(knownId) is not { } known || known.Revision != change.Revision)
                {
                    return false;
                }

                (change.Contact, change.Before) = (known, ContactSnapshot.Of(known));
            }
            else if (offices.Add((change.Values.CountryCode, SnakeCase.Parse<ContactRole>(change.Values.Role), change.Values.Office)))
            {
                change.Contact = New(change.Values, id++ ?? 0);
            }
            else
            {
                return false;
            }

            var contact = change.Contact!;
            if (ContactWriting.Amend(contact, change.Values, now))
            {
                changes.Replace(contact, [.. waiting[contact.Id]], change.Values.Email, reason, by);
            }

            contact.Revision++;
            contact.RefreshSearchText();
            put(change);
        }

        return await save.AddAsync(cancellationToken);
    }

    /// <summary>Makes contacts what they were before <see cref="PutAsync"/>; what it added is gone, or retired where somebody wrote to it since.</summary>
    /// <param name="batch">By contact, what it was; null for what was added. They have to be as they were left.</param>
    /// <param name="putAt">The time under which it was recorded.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False where one was changed in this moment.</returns>
    public async Task<bool> PutBackAsync(IReadOnlyDictionary<int, ContactSnapshot?> batch, DateTime putAt, CancellationToken cancellationToken)
    {
        var ids = batch.Keys.ToList();
        var contacts = await TrackAsync(ids, cancellationToken);
        var addresses = (await db.AddressChanges
            .Where(c => EF.Parameter(ids).Contains(c.ContactId) && (c.ProposedAt == putAt || (c.DecidedAt == putAt && c.State == AddressChangeState.Replaced)))
            .ToListAsync(cancellationToken)).ToLookup(c => c.ContactId);
        var used = await db.Letters.Where(l => EF.Parameter(ids).Contains(l.ContactId)).Select(l => l.ContactId)
            .Union(db.ContactSuggestions.Where(s => s.ContactId != null && EF.Parameter(ids).Contains(s.ContactId.Value)).Select(s => s.ContactId!.Value))
            .ToListAsync(cancellationToken);
        foreach (var (id, before) in batch)
        {
            var contact = contacts[id];
            contact.Revision++;
            if (before is null && !used.Contains(id))
            {
                db.AddressChanges.RemoveRange(addresses[id]);
                db.Contacts.Remove(contact);
                continue;
            }

            foreach (var address in addresses[id])
            {
                changes.TakeBack(address, putAt, by);
            }

            if (before is null)
            {
                contact.RetiredAt = now;
                continue;
            }

            before.PutBack(contact, now);
            contact.RefreshSearchText();
        }

        return await save.AddAsync(cancellationToken);
    }

    private Task<Dictionary<int, Contact>> TrackAsync(List<int> ids, CancellationToken cancellationToken) => db.Contacts
        .Include(c => c.Channels).AsSplitQuery().Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);

    private Contact New(ContactValues values, int id)
    {
        var contact = new Contact { Id = id, CountryCode = values.CountryCode, CountryName = "", Office = values.Office, Position = ++position, CreatedAt = now };
        db.Contacts.Add(contact);
        return contact;
    }
}

using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>How every change of one contact is read and saved: against the revision that was shown, and told in words where that fails.</summary>
public sealed class ContactSaving(LobbyKitDbContext db, DeliverySignal signal, TimeProvider clock)
{
    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    internal AddressChangeBook Changes { get; } = new(db, clock);

    internal async Task<ContactSaved> ChangeAsync(int id, int revision, Action<Contact> change, CancellationToken cancellationToken)
    {
        if (await TrackAsync(id, revision, cancellationToken) is not { } contact)
        {
            return ContactSaved.Failed(await MissedAsync(id, cancellationToken));
        }

        change(contact);
        return await SaveAsync(contact, false, cancellationToken);
    }

    /// <returns>Null where it is not there, or is another one by now.</returns>
    internal Task<Contact?> TrackAsync(int id, int revision, CancellationToken cancellationToken) =>
        db.Contacts.Include(c => c.Channels).FirstOrDefaultAsync(c => c.Id == id && c.Revision == revision, cancellationToken);

    internal async Task<ContactOutcome> MissedAsync(int id, CancellationToken cancellationToken) =>
        await db.Contacts.AnyAsync(c => c.Id == id, cancellationToken) ? ContactOutcome.ChangedMeanwhile : ContactOutcome.Gone;

    internal async Task<ContactSaved> SaveAsync(Contact contact, bool addressWaits, CancellationToken cancellationToken)
    {
        contact.Revision++;
        contact.RefreshSearchText();
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new ContactSaved(ContactOutcome.Done, contact.Id, [], addressWaits);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ContactSaved.Failed(ContactOutcome.ChangedMeanwhile);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.Contacts.AnyAsync(
                c => c.CountryCode == contact.CountryCode && c.Role == contact.Role && c.Office == contact.Office && c.Id != contact.Id, cancellationToken))
            {
                throw;
            }

            // Somebody entered the same office in the same moment.
            return ContactSaved.Wrong([new(nameof(ContactValues.Office), "This country has an office of that name and role already.")]);
        }
    }

    /// <summary>Letters that waited for an address may go.</summary>
    internal void LetGo(ContactSaved saved)
    {
        if (saved.Outcome == ContactOutcome.Done)
        {
            signal.Wake();
        }
    }
}

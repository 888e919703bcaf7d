using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>Offices leave the list, come back, or turn out to be one; what was sent to them stays.</summary>
public sealed class ContactLeaving(LobbyKitDbContext db, ContactSaving saving, RetiredOffices retired)
{
    /// <summary>
    /// Takes the contact out of the list. What was sent to it stays, and can be read on its page. Letters that still wait go to its
    /// successor; without one they are ended.
    /// </summary>
    /// <param name="id">The contact.</param>
    /// <param name="revision">The contact's <see cref="Contact.Revision"/> that was shown.</param>
    /// <param name="successorId">One of <see cref="SuccessorsAsync"/>, or null.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends it before it is saved.</param>
    public async Task<ContactSaved> RetireAsync(int id, int revision, int? successorId, ContactEditor by, CancellationToken cancellationToken)
    {
        if (await saving.TrackAsync(id, revision, cancellationToken) is not { } contact)
        {
            return ContactSaved.Failed(await saving.MissedAsync(id, cancellationToken));
        }

        if (successorId is not null && !(await SuccessorsAsync(contact, cancellationToken)).Any(s => s.Id == successorId))
        {
            return ContactSaved.Failed(ContactOutcome.ChangedMeanwhile);
        }

        (contact.RetiredAt, contact.MergedIntoId) = (contact.RetiredAt ?? saving.Now, successorId ?? contact.MergedIntoId);
        await saving.Changes.DropAsync(id, by, cancellationToken);
        await LeadOnAsync(id, successorId, cancellationToken);
        var saved = await saving.SaveAsync(contact, false, cancellationToken);
        if (saved.Outcome == ContactOutcome.Done && successorId is null)
        {
            await retired.RunAsync(cancellationToken);
        }
        else
        {
            saving.LetGo(saved);
        }

        return saved;
    }

    /// <summary>Who can take the place of an office: those of its country and role.</summary>
    public async Task<IReadOnlyList<Contact>> SuccessorsAsync(Contact contact, CancellationToken cancellationToken) => await db.Contacts.AsNoTracking()
        .Where(c => c.CountryCode == contact.CountryCode && c.Role == contact.Role && c.Id != contact.Id && c.RetiredAt == null)
        .OrderBy(c => c.Position).ToListAsync(cancellationToken);

    /// <summary>Puts a retired contact back into the list, as it was.</summary>
    public Task<ContactSaved> RestoreAsync(int id, int revision, CancellationToken cancellationToken) =>
        saving.ChangeAsync(id, revision, contact => (contact.RetiredAt, contact.MergedIntoId) = (null, null), cancellationToken);

    /// <summary>
    /// Makes one contact of two. What the kept one lacks comes from the duplicate, its e-mail address as a change that waits; the duplicate
    /// is retired, and what was sent to it stays with it. Its letters that still wait go to the kept one.
    /// </summary>
    public async Task<ContactSaved> MergeAsync(int keepId, int keepRevision, int duplicateId, ContactEditor by, CancellationToken cancellationToken)
    {
        if (await saving.TrackAsync(keepId, keepRevision, cancellationToken) is not { } kept)
        {
            return ContactSaved.Failed(await saving.MissedAsync(keepId, cancellationToken));
        }

        var duplicate = await db.Contacts.Include(c => c.Channels).FirstOrDefaultAsync(
            c => c.Id == duplicateId && c.Id != keepId && c.RetiredAt == null && c.CountryCode == kept.CountryCode, cancellationToken);
        if (duplicate is null || kept.RetiredAt is not null)
        {
            return ContactSaved.Failed(ContactOutcome.Gone);
        }

        var address = ContactWriting.Take(kept, duplicate);
        if (address.Length > 0)
        {
            await saving.Changes.ReplaceAsync(kept, address, $"Merged with {duplicate.Office}.", by, cancellationToken);
        }

        (duplicate.RetiredAt, duplicate.MergedIntoId) = (saving.Now, keepId);
        duplicate.Revision++;
        await saving.Changes.DropAsync(duplicateId, by, cancellationToken);
        await LeadOnAsync(duplicateId, keepId, cancellationToken);
        return await saving.SaveAsync(kept, address.Length > 0, cancellationToken);
    }

    // Where letters go is looked up in one step.
    private async Task LeadOnAsync(int goneId, int? toId, CancellationToken cancellationToken)
    {
        if (toId is not null)
        {
            (await db.Contacts.Where(c => c.MergedIntoId == goneId).ToListAsync(cancellationToken)).ForEach(earlier => earlier.MergedIntoId = toId);
        }
    }
}

using LobbyKit.Web.Accounts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>
/// Every change of a contact goes through here, or where there are many through <see cref="ContactBulkEditing"/>. One admin alone can make letters go slower: stop an address, retire an office. Nobody
/// alone can make them go elsewhere: a new e-mail address comes into use when a second admin approves it.
/// </summary>
public sealed class ContactEditing(
    LobbyKitDbContext db, ActiveAdmins admins, RetiredOffices retired, DeliverySignal signal, TimeProvider clock, ILogger<ContactEditing> logger)
{
    private readonly AddressChangeBook changes = new(db, clock);

    /// <summary>Adds an office. Its e-mail address waits for another admin.</summary>
    /// <param name="values">As typed.</param>
    /// <param name="reason">Why, or where the e-mail address was seen; needed where there is one.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends it before it is saved.</param>
    public async Task<ContactSaved> CreateAsync(ContactValues values, string reason, ContactEditor by, CancellationToken cancellationToken)
    {
        var tidy = ContactRules.Tidy(values);
        var problems = await CheckAsync(tidy, null, reason, cancellationToken);
        if (problems.Count > 0)
        {
            return ContactSaved.Wrong(problems);
        }

        var contact = new Contact
        {
            CountryCode = tidy.CountryCode,
            CountryName = "",
            Office = tidy.Office,
            Position = await db.Contacts.MaxAsync(c => (int?)c.Position, cancellationToken) + 1 ?? 1,
            CreatedAt = Now,
        };
        ContactWriting.Apply(contact, tidy, Now);
        db.Contacts.Add(contact);
        if (tidy.Email.Length > 0)
        {
            changes.Propose(contact, tidy.Email, reason, by);
        }

        return await SaveAsync(contact, tidy.Email.Length > 0, cancellationToken);
    }

    /// <summary>Changes what differs. An e-mail address taken out is stopped at once; another one waits for another admin, and the old one stays in use.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="revision">The contact's <see cref="Contact.Revision"/> that the values were made from.</param>
    /// <param name="values">As typed.</param>
    /// <param name="reason">Why, or where the new e-mail address was seen; needed where there is one.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends it before it is saved.</param>
    public async Task<ContactSaved> SaveAsync(
        int id, int revision, ContactValues values, string reason, ContactEditor by, CancellationToken cancellationToken)
    {
        if (await TrackAsync(id, revision, cancellationToken) is not { } contact)
        {
            return ContactSaved.Failed(await MissedAsync(id, cancellationToken));
        }

        var tidy = ContactRules.Tidy(values);
        var problems = await CheckAsync(tidy, contact, reason, cancellationToken);
        if (problems.Count > 0)
        {
            return ContactSaved.Wrong(problems);
        }

        var waits = ContactWriting.Amend(contact, tidy, Now);
        if (waits)
        {
            await changes.ReplaceAsync(contact, tidy.Email, reason, by, cancellationToken);
        }

        return await SaveAsync(contact, waits, cancellationToken);
    }

    /// <summary>Records what an admin saw on the official page. What was seen and had been stopped is in use again.</summary>
    /// <param name="id">The contact.</param>
    /// <param name="revision">The contact's <see cref="Contact.Revision"/> that was shown.</param>
    /// <param name="page">The official page.</param>
    /// <param name="seen">The channels whose address stands there.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends it before it is saved.</param>
    public async Task<ContactSaved> VerifyAsync(
        int id, int revision, string page, IReadOnlyCollection<ChannelKind> seen, ContactEditor by, CancellationToken cancellationToken)
    {
        if (await TrackAsync(id, revision, cancellationToken) is not { } contact)
        {
            return ContactSaved.Failed(await MissedAsync(id, cancellationToken));
        }

        if (contact.RetiredAt is not null)
        {
            return ContactSaved.Failed(ContactOutcome.Gone);
        }

        if (!WebAddress.IsValid(page))
        {
            return ContactSaved.Wrong([new("Page", WrongPage(page))]);
        }

        foreach (var channel in contact.Channels.Where(c => seen.Contains(c.Kind)))
        {
            (channel.VerifiedAt, channel.VerifiedBy, channel.VerifiedPage, channel.StoppedAt) = (Now, by.Name, page, null);
        }

        var saved = await SaveAsync(contact, false, cancellationToken);
        LetGo(saved);
        return saved;
    }

    /// <summary>Puts a waiting e-mail address into use: a second admin has seen it on the official page.</summary>
    /// <returns>Refused to who entered it, unless the installation has no other admin.</returns>
    public async Task<ContactSaved> ApproveAsync(long changeId, string page, ContactEditor by, CancellationToken cancellationToken)
    {
        if (await changes.FindWaitingAsync(changeId, cancellationToken) is not { } change)
        {
            return ContactSaved.Failed(ContactOutcome.Gone);
        }

        if (by.AccountId is not { } approver || !await MayApproveAsync(change, approver, cancellationToken))
        {
            return ContactSaved.Failed(ContactOutcome.NeedsAnotherAdmin);
        }

        if (!WebAddress.IsValid(page))
        {
            return ContactSaved.Wrong([new("Page", WrongPage(page))]);
        }

        change.IsSelfApproved = change.ProposedById == approver;
        changes.Decide(change, AddressChangeState.Approved, by);
        ContactWriting.UseEmail(change.Contact, change.After, page, by, Now);
        var saved = await SaveAsync(change.Contact, false, cancellationToken);
        if (saved.Outcome == ContactOutcome.Done && change.IsSelfApproved)
        {
            logger.LogWarning(
                "Contact {ContactId}: admin {AccountId} approved their own change {ChangeId} of its e-mail address. This installation has no second admin.",
                change.ContactId, approver, change.Id);
        }

        LetGo(saved);
        return saved;
    }

    /// <summary>
    /// Approves what was ticked, each by itself: one that is another's business by now, or the admin's own, is left out and holds no other
    /// up. The page that each was seen on is the contact's official one.
    /// </summary>
    /// <param name="seen">The changes, and the <see cref="Contact.Revision"/> of their contacts that was shown.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Ends it; what is approved until then is approved.</param>
    public async Task<BulkApproval> ApproveAsync(IReadOnlyDictionary<long, int> seen, ContactEditor by, CancellationToken cancellationToken)
    {
        var approved = 0;
        var leftOut = new List<(string?, ContactOutcome)>();
        foreach (var (id, revision) in seen)
        {
            var change = await changes.FindWaitingAsync(id, cancellationToken);
            var outcome = change is null ? ContactOutcome.Gone
                : change.Contact.Revision != revision ? ContactOutcome.ChangedMeanwhile
                : (await ApproveAsync(id, change.Contact.SourceUrl, by, cancellationToken)).Outcome;
            if (outcome == ContactOutcome.Done)
            {
                approved++;
            }
            else
            {
                leftOut.Add((change?.Contact.Office, outcome));
            }

            // The next one is looked at as it is then.
            db.ChangeTracker.Clear();
        }

        return new BulkApproval(approved, leftOut);
    }

    /// <summary>Whether the admin may approve it: another one's change, or any where there is no other admin.</summary>
    public async Task<bool> MayApproveAsync(AddressChange change, int accountId, CancellationToken cancellationToken) =>
        change.ProposedById != accountId || await admins.IsOnlyAsync(accountId, cancellationToken);

    /// <summary>Anybody may refuse a waiting change, and take their own back.</summary>
    public async Task<ContactSaved> RefuseAsync(long changeId, ContactEditor by, CancellationToken cancellationToken)
    {
        if (await changes.FindWaitingAsync(changeId, cancellationToken) is not { } change)
        {
            return ContactSaved.Failed(ContactOutcome.Gone);
        }

        changes.Decide(change, AddressChangeState.Refused, by);
        return await SaveAsync(change.Contact, false, cancellationToken);
    }

    /// <summary>At once nothing more is sent to the e-mail address; letters wait for the next one.</summary>
    public Task<ContactSaved> StopEmailAsync(int id, int revision, CancellationToken cancellationToken) =>
        ChangeAsync(id, revision, contact => ContactWriting.StopEmail(contact, Now), cancellationToken);

    /// <summary>Says when the person leaves the office, or left it. The office stays; from the next day letters name nobody.</summary>
    public Task<ContactSaved> EndPersonAsync(int id, int revision, DateOnly lastDay, CancellationToken cancellationToken) =>
        ChangeAsync(id, revision, contact => contact.PersonUntil = contact.PersonName.Length > 0 ? lastDay : null, cancellationToken);

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
        if (await TrackAsync(id, revision, cancellationToken) is not { } contact)
        {
            return ContactSaved.Failed(await MissedAsync(id, cancellationToken));
        }

        if (successorId is not null && !(await SuccessorsAsync(contact, cancellationToken)).Any(s => s.Id == successorId))
        {
            return ContactSaved.Failed(ContactOutcome.ChangedMeanwhile);
        }

        (contact.RetiredAt, contact.MergedIntoId) = (contact.RetiredAt ?? Now, successorId ?? contact.MergedIntoId);
        await changes.DropAsync(id, by, cancellationToken);
        await LeadOnAsync(id, successorId, cancellationToken);
        var saved = await SaveAsync(contact, false, cancellationToken);
        if (saved.Outcome == ContactOutcome.Done && successorId is null)
        {
            await retired.RunAsync(cancellationToken);
        }
        else
        {
            LetGo(saved);
        }

        return saved;
    }

    /// <summary>Who can take the place of an office: those of its country and role.</summary>
    public async Task<IReadOnlyList<Contact>> SuccessorsAsync(Contact contact, CancellationToken cancellationToken) => await db.Contacts.AsNoTracking()
        .Where(c => c.CountryCode == contact.CountryCode && c.Role == contact.Role && c.Id != contact.Id && c.RetiredAt == null)
        .OrderBy(c => c.Position).ToListAsync(cancellationToken);

    /// <summary>Puts a retired contact back into the list, as it was.</summary>
    public Task<ContactSaved> RestoreAsync(int id, int revision, CancellationToken cancellationToken) =>
        ChangeAsync(id, revision, contact => (contact.RetiredAt, contact.MergedIntoId) = (null, null), cancellationToken);

    /// <summary>
    /// Makes one contact of two. What the kept one lacks comes from the duplicate, its e-mail address as a change that waits; the duplicate
    /// is retired, and what was sent to it stays with it. Its letters that still wait go to the kept one.
    /// </summary>
    public async Task<ContactSaved> MergeAsync(int keepId, int keepRevision, int duplicateId, ContactEditor by, CancellationToken cancellationToken)
    {
        if (await TrackAsync(keepId, keepRevision, cancellationToken) is not { } kept)
        {
            return ContactSaved.Failed(await MissedAsync(keepId, cancellationToken));
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
            await changes.ReplaceAsync(kept, address, $"Merged with {duplicate.Office}.", by, cancellationToken);
        }

        (duplicate.RetiredAt, duplicate.MergedIntoId) = (Now, keepId);
        duplicate.Revision++;
        await changes.DropAsync(duplicateId, by, cancellationToken);
        await LeadOnAsync(duplicateId, keepId, cancellationToken);
        return await SaveAsync(kept, address.Length > 0, cancellationToken);
    }

    // Where letters go is looked up in one step.
    private async Task LeadOnAsync(int goneId, int? toId, CancellationToken cancellationToken)
    {
        if (toId is not null)
        {
            (await db.Contacts.Where(c => c.MergedIntoId == goneId).ToListAsync(cancellationToken)).ForEach(earlier => earlier.MergedIntoId = toId);
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static string WrongPage(string page) => page.Length == 0 ? "Enter the official page that you looked at." : ContactRules.WrongPage(page)!;

    private async Task<IReadOnlyList<ContactProblem>> CheckAsync(ContactValues values, Contact? contact, string reason, CancellationToken cancellationToken)
    {
        var problems = ContactRules.Check(values).ToList();
        if (reason.Length > ContactRules.ReasonLength)
        {
            problems.Add(new("Reason", $"This is too long: {ContactRules.ReasonLength} characters fit."));
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var isNew = contact is null || contact.CountryCode != values.CountryCode ? values.Email.Length > 0 : ContactWriting.IsNewAddress(contact, values.Email);
        if (isNew && reason.Length == 0)
        {
            problems.Add(new("Reason", "Say where you saw the new e-mail address: another admin has to approve it."));
        }

        var role = SnakeCase.Parse<Templates.ContactRole>(values.Role);
        var ownId = contact?.Id ?? 0;
        var twin = await db.Contacts.Where(c => c.CountryCode == values.CountryCode && c.Role == role && c.Office == values.Office && c.Id != ownId)
            .Select(c => new { c.RetiredAt }).FirstOrDefaultAsync(cancellationToken);
        if (twin is not null)
        {
            problems.Add(new(nameof(values.Office), twin.RetiredAt is null
                ? "This country has an office of that name and role already."
                : "This country has a retired office of that name and role. Put that one back into the list instead."));
        }

        return problems;
    }

    private async Task<ContactSaved> ChangeAsync(int id, int revision, Action<Contact> change, CancellationToken cancellationToken)
    {
        if (await TrackAsync(id, revision, cancellationToken) is not { } contact)
        {
            return ContactSaved.Failed(await MissedAsync(id, cancellationToken));
        }

        change(contact);
        return await SaveAsync(contact, false, cancellationToken);
    }

    /// <returns>Null where it is not there, or is another one by now.</returns>
    private Task<Contact?> TrackAsync(int id, int revision, CancellationToken cancellationToken) =>
        db.Contacts.Include(c => c.Channels).FirstOrDefaultAsync(c => c.Id == id && c.Revision == revision, cancellationToken);

    private async Task<ContactOutcome> MissedAsync(int id, CancellationToken cancellationToken) =>
        await db.Contacts.AnyAsync(c => c.Id == id, cancellationToken) ? ContactOutcome.ChangedMeanwhile : ContactOutcome.Gone;

    private async Task<ContactSaved> SaveAsync(Contact contact, bool addressWaits, CancellationToken cancellationToken)
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

    private void LetGo(ContactSaved saved)
    {
        if (saved.Outcome == ContactOutcome.Done)
        {
            signal.Wake();
        }
    }
}

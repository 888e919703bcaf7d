using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>
/// What an admin changes in a contact, or where there are many through <see cref="ContactBulkEditing"/>. One admin alone can make letters go slower: stop an address, retire an
/// office (<see cref="ContactLeaving"/>). Nobody alone can make them go elsewhere: a new e-mail address waits for <see cref="AddressApproval"/>.
/// </summary>
public sealed class ContactEditing(LobbyKitDbContext db, ContactSaving saving)
{
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
            CreatedAt = saving.Now,
        };
        ContactWriting.Apply(contact, tidy, saving.Now);
        db.Contacts.Add(contact);
        if (tidy.Email.Length > 0)
        {
            saving.Changes.Propose(contact, tidy.Email, reason, by);
        }

        return await saving.SaveAsync(contact, tidy.Email.Length > 0, cancellationToken);
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
        if (await saving.TrackAsync(id, revision, cancellationToken) is not { } contact)
        {
            return ContactSaved.Failed(await saving.MissedAsync(id, cancellationToken));
        }

        var tidy = ContactRules.Tidy(values);
        var problems = await CheckAsync(tidy, contact, reason, cancellationToken);
        if (problems.Count > 0)
        {
            return ContactSaved.Wrong(problems);
        }

        var waits = ContactWriting.Amend(contact, tidy, saving.Now);
        if (waits)
        {
            await saving.Changes.ReplaceAsync(contact, tidy.Email, reason, by, cancellationToken);
        }

        return await saving.SaveAsync(contact, waits, cancellationToken);
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
        if (await saving.TrackAsync(id, revision, cancellationToken) is not { } contact)
        {
            return ContactSaved.Failed(await saving.MissedAsync(id, cancellationToken));
        }

        if (contact.RetiredAt is not null)
        {
            return ContactSaved.Failed(ContactOutcome.Gone);
        }

        if (!WebAddress.IsValid(page))
        {
            return ContactSaved.Wrong([new("Page", ContactRules.WrongOfficialPage(page))]);
        }

        foreach (var channel in contact.Channels.Where(c => seen.Contains(c.Kind)))
        {
            (channel.VerifiedAt, channel.VerifiedBy, channel.VerifiedPage, channel.StoppedAt) = (saving.Now, by.Name, page, null);
        }

        var saved = await saving.SaveAsync(contact, false, cancellationToken);
        saving.LetGo(saved);
        return saved;
    }

    /// <summary>At once nothing more is sent to the e-mail address; letters wait for the next one.</summary>
    public Task<ContactSaved> StopEmailAsync(int id, int revision, CancellationToken cancellationToken) =>
        saving.ChangeAsync(id, revision, contact => ContactWriting.StopEmail(contact, saving.Now), cancellationToken);

    /// <summary>Says when the person leaves the office, or left it. The office stays; from the next day letters name nobody.</summary>
    public Task<ContactSaved> EndPersonAsync(int id, int revision, DateOnly lastDay, CancellationToken cancellationToken) =>
        saving.ChangeAsync(id, revision, contact => contact.PersonUntil = contact.PersonName.Length > 0 ? lastDay : null, cancellationToken);

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
}

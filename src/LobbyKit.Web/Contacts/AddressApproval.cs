using LobbyKit.Web.Accounts;
using LobbyKit.Web.Data;

namespace LobbyKit.Web.Contacts;

/// <summary>A second admin's word on a new e-mail address: nobody alone can make letters go elsewhere.</summary>
public sealed class AddressApproval(LobbyKitDbContext db, ContactSaving saving, ActiveAdmins admins, ILogger<AddressApproval> logger)
{
    /// <summary>Puts a waiting e-mail address into use: a second admin has seen it on the official page.</summary>
    /// <returns>Refused to who entered it, unless the installation has no other admin.</returns>
    public async Task<ContactSaved> ApproveAsync(long changeId, string page, ContactEditor by, CancellationToken cancellationToken)
    {
        if (await saving.Changes.FindWaitingAsync(changeId, cancellationToken) is not { } change)
        {
            return ContactSaved.Failed(ContactOutcome.Gone);
        }

        if (by.AccountId is not { } approver || !await MayApproveAsync(change, approver, cancellationToken))
        {
            return ContactSaved.Failed(ContactOutcome.NeedsAnotherAdmin);
        }

        if (!WebAddress.IsValid(page))
        {
            return ContactSaved.Wrong([new("Page", ContactRules.WrongOfficialPage(page))]);
        }

        change.IsSelfApproved = change.ProposedById == approver;
        saving.Changes.Decide(change, AddressChangeState.Approved, by);
        ContactWriting.UseEmail(change.Contact, change.After, page, by, saving.Now);
        var saved = await saving.SaveAsync(change.Contact, false, cancellationToken);
        if (saved.Outcome == ContactOutcome.Done && change.IsSelfApproved)
        {
            logger.LogWarning(
                "Contact {ContactId}: admin {AccountId} approved their own change {ChangeId} of its e-mail address. This installation has no second admin.",
                change.ContactId, approver, change.Id);
        }

        saving.LetGo(saved);
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
            var change = await saving.Changes.FindWaitingAsync(id, cancellationToken);
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
        if (await saving.Changes.FindWaitingAsync(changeId, cancellationToken) is not { } change)
        {
            return ContactSaved.Failed(ContactOutcome.Gone);
        }

        saving.Changes.Decide(change, AddressChangeState.Refused, by);
        return await saving.SaveAsync(change.Contact, false, cancellationToken);
    }
}

using LobbyKit.Web.Accounts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Addresses;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>Offices whose e-mail address delivery has stopped, because letters no longer arrived.</summary>
public sealed class StoppedAddresses(
    IDbContextFactory<LobbyKitDbContext> contexts, AccountMails mails, PublicAddress links, DeliverySignal signal, TimeProvider clock)
{
    /// <summary>Writes to every admin, once for each address.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var failures = await db.AddressFailures.Where(f => f.HasStoppedAddress && f.ToldAt == null).OrderBy(f => f.At).Take(50).ToListAsync(cancellationToken);
        if (failures.Count == 0)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var failure in failures)
        {
            // Of two nodes that look at the same moment one finds it told.
            var now = clock.GetUtcNow().UtcDateTime;
            if (await db.AddressFailures.Where(f => f.LetterId == failure.LetterId && f.ToldAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.ToldAt, now), cancellationToken) == 0)
            {
                continue;
            }

            var contact = await db.Contacts.AsNoTracking().FirstAsync(c => c.Id == failure.ContactId, cancellationToken);
            await mails.AddForAdminsAsync(
                db,
                $"Stopped: the e-mail address of {contact.Office}",
                $"""
                letters to this office no longer arrive, so LobbyKit has stopped its e-mail address:

                {OfficeTitle.Of(contact.Office, contact.CountryName)}
                What its mail server said last: {failure.Code}

                Their writers are offered the office's other ways, where it has any. Look at the office's official page, and enter the
                address that stands there now, or verify the old one if it is still the right one:

                {links.Contact(contact.Id)}
                """,
                cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Wake();
    }

    /// <summary>Those that are still stopped, with the failure that did it, the last one first.</summary>
    public async Task<IReadOnlyList<(Contact Contact, AddressFailure Failure)>> NowAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from failure in db.AddressFailures.AsNoTracking()
            where failure.HasStoppedAddress
            join contact in db.Contacts.AsNoTracking() on failure.ContactId equals contact.Id
            where contact.RetiredAt == null && contact.Channels.Any(c => c.Kind == ChannelKind.Email && c.StoppedAt != null)
            orderby failure.At descending
            select new { contact, failure }).ToListAsync(cancellationToken);
        return [.. found.DistinctBy(f => f.contact.Id).Select(f => (f.contact, f.failure))];
    }
}

using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Contacts;

/// <summary>
/// Counts letters that offices' e-mail addresses did not take, and stops an address that takes none any more. Adds to the caller's context
/// and never saves.
/// </summary>
public sealed class AddressFailures(IOptions<ContactOptions> options, TimeProvider clock, ILogger<AddressFailures> logger)
{
    /// <summary>A letter that has not come back for so long after it was taken has arrived: mail servers say at once that nobody is there.</summary>
    private static readonly TimeSpan Arrived = TimeSpan.FromHours(1);

    /// <summary>Notes that a letter failed because of its office's address.</summary>
    /// <param name="db">The caller's.</param>
    /// <param name="letterId">The letter; it counts once.</param>
    /// <param name="contactId">The contact that it was written to.</param>
    /// <param name="code">RFC 3463 code, or the SMTP reply code.</param>
    /// <param name="sentAt">When it went out: a failure of an address that the office no longer has does not count.</param>
    /// <param name="cancellationToken">Ends it before anything is added.</param>
    public async Task NoteAsync(LobbyKitDbContext db, long letterId, int contactId, string code, DateTime sentAt, CancellationToken cancellationToken)
    {
        if (await db.AddressFailures.AnyAsync(f => f.LetterId == letterId, cancellationToken))
        {
            return;
        }

        var written = await db.Contacts.Where(c => c.Id == contactId).Select(c => c.MergedIntoId ?? c.Id).FirstOrDefaultAsync(cancellationToken);
        if (await db.Contacts.Include(c => c.Channels).FirstOrDefaultAsync(c => c.Id == written, cancellationToken) is not { } office)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var failure = new AddressFailure { LetterId = letterId, ContactId = office.Id, Code = code, At = now };
        db.AddressFailures.Add(failure);
        var since = await GoodSinceAsync(db, office, now, cancellationToken);
        if (office.Channel(ChannelKind.Email) is null || sentAt < await AddressSinceAsync(db, office, cancellationToken))
        {
            return;
        }

        var before = await db.AddressFailures.CountAsync(f => f.ContactId == office.Id && f.At > since, cancellationToken);
        if (before + 1 < options.Value.StopAfterFailures)
        {
            return;
        }

        ContactWriting.StopEmail(office, now);
        office.Revision++;
        office.RefreshSearchText();
        failure.HasStoppedAddress = true;
        logger.LogWarning("Contact {ContactId}: its e-mail address is stopped, {Letters} letters did not arrive.", office.Id, before + 1);
    }

    /// <summary>How many letters have failed since the last that arrived, or the last change of the address; with the last of them.</summary>
    public async Task<(int Letters, AddressFailure? Last)> OfAsync(LobbyKitDbContext db, Contact contact, CancellationToken cancellationToken)
    {
        var since = await GoodSinceAsync(db, contact, clock.GetUtcNow().UtcDateTime, cancellationToken);
        var failures = db.AddressFailures.AsNoTracking().Where(f => f.ContactId == contact.Id && f.At > since);
        return (await failures.CountAsync(cancellationToken), await failures.OrderByDescending(f => f.At).FirstOrDefaultAsync(cancellationToken));
    }

    /// <summary>The last sign that the address works.</summary>
    private static async Task<DateTime> GoodSinceAsync(LobbyKitDbContext db, Contact office, DateTime now, CancellationToken cancellationToken)
    {
        var before = now - Arrived;
        var arrived = await db.Letters
            .Where(l => l.ContactId == office.Id && l.Route == LetterRoute.Server)
            .Where(l => l.State == LetterState.Answered || (l.State == LetterState.Accepted && l.StateAt < before))
            .MaxAsync(l => (DateTime?)l.StateAt, cancellationToken);
        var changed = await AddressSinceAsync(db, office, cancellationToken);
        return arrived > changed ? arrived.Value : changed;
    }

    /// <summary>Since when somebody has vouched for the address in use.</summary>
    private static async Task<DateTime> AddressSinceAsync(LobbyKitDbContext db, Contact office, CancellationToken cancellationToken)
    {
        var approved = await db.AddressChanges.Where(c => c.ContactId == office.Id && c.State == AddressChangeState.Approved)
            .MaxAsync(c => c.DecidedAt, cancellationToken);
        var verified = office.Channel(ChannelKind.Email)?.VerifiedAt;
        return new[] { approved, verified, office.CreatedAt }.Max()!.Value;
    }
}

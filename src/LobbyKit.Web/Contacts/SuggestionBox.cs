using System.Security.Cryptography;
using System.Text;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Contacts;

/// <summary>
/// Takes what supporters know of offices that are missing or wrong here. Keeps nothing of who said it. It cannot be flooded: what was
/// said before is counted, not stored again, and there is an end to what one place, one day and the inbox can hold.
/// </summary>
public sealed class SuggestionBox(LobbyKitDbContext db, SuggestionLimit limit, IOptions<ContactOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>An office that is missing.</summary>
    public Task<SuggestionOutcome> AddAsync(
        string countryCode, string office, string address, string source, string addressPrefix, CancellationToken cancellationToken) =>
        TakeAsync(null, countryCode, office, address, source, addressPrefix, cancellationToken);

    /// <summary>An office whose address is wrong.</summary>
    public Task<SuggestionOutcome> AddAsync(Contact contact, string address, string source, string addressPrefix, CancellationToken cancellationToken) =>
        TakeAsync(contact.Id, contact.CountryCode, contact.Office, address, source, addressPrefix, cancellationToken);

    private async Task<SuggestionOutcome> TakeAsync(
        int? contactId, string countryCode, string office, string address, string source, string addressPrefix, CancellationToken cancellationToken)
    {
        if (!limit.TryTake(addressPrefix))
        {
            return SuggestionOutcome.TooMany;
        }

        var fingerprint = Fingerprint(contactId, countryCode, office, address);
        if (await CountAgainAsync(fingerprint, cancellationToken))
        {
            return SuggestionOutcome.Taken;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.ContactSuggestions.CountAsync(s => s.CreatedAt > now - Day, cancellationToken) >= options.Value.SuggestionsPerDay
            || await db.ContactSuggestions.CountAsync(s => s.State == SuggestionState.Waiting, cancellationToken) >= options.Value.SuggestionsWaiting)
        {
            return SuggestionOutcome.TooMany;
        }

        db.ContactSuggestions.Add(new ContactSuggestion
        {
            CountryCode = countryCode,
            ContactId = contactId,
            Office = office,
            Address = address,
            Source = source,
            Fingerprint = fingerprint,
            CreatedAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        return SuggestionOutcome.Taken;
    }

    // Also of what was decided: to say it again does not bring it back.
    private async Task<bool> CountAgainAsync(string fingerprint, CancellationToken cancellationToken)
    {
        if (await db.ContactSuggestions.FirstOrDefaultAsync(s => s.Fingerprint == fingerprint, cancellationToken) is not { } known)
        {
            return false;
        }

        known.Times++;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static string Fingerprint(int? contactId, string countryCode, string office, string address)
    {
        var said = $"{contactId}\n{countryCode}\n{FoldedText.Of(office)}\n{FoldedText.Of(address)}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }
}

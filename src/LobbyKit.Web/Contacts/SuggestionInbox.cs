using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>What supporters suggested, for admins to look at.</summary>
public sealed class SuggestionInbox(LobbyKitDbContext db, TimeProvider clock)
{
    private const int MostShown = 100;

    /// <summary>Those that wait, said most often first; channels of known contacts come along.</summary>
    public async Task<IReadOnlyList<ContactSuggestion>> WaitingAsync(CancellationToken cancellationToken) => await db.ContactSuggestions.AsNoTracking()
        .Include(s => s.Contact!.Channels)
        .Where(s => s.State == SuggestionState.Waiting)
        .OrderByDescending(s => s.Times).ThenBy(s => s.Id).Take(MostShown)
        .ToListAsync(cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        db.ContactSuggestions.CountAsync(s => s.State == SuggestionState.Waiting, cancellationToken);

    /// <returns>Null where there is none, or it is decided.</returns>
    public Task<ContactSuggestion?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.ContactSuggestions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.State == SuggestionState.Waiting, cancellationToken);

    /// <summary>After an admin made an edit of it.</summary>
    public Task AcceptAsync(long id, string by, CancellationToken cancellationToken) =>
        DecideAsync([id], SuggestionState.Accepted, by, cancellationToken);

    /// <returns>How many were there to be dismissed.</returns>
    public Task<int> DismissAsync(IReadOnlyCollection<long> ids, string by, CancellationToken cancellationToken) =>
        DecideAsync(ids, SuggestionState.Dismissed, by, cancellationToken);

    /// <summary>The values of an edit that the suggestion speaks for: its address in the box it looks like, its source where it is one.</summary>
    /// <param name="suggestion">What was suggested.</param>
    /// <param name="values">The contact as it is; empty for a new one.</param>
    public static ContactValues Apply(ContactSuggestion suggestion, ContactValues values)
    {
        var address = suggestion.Address.Trim();
        var applied = values with
        {
            CountryCode = suggestion.CountryCode,
            Office = suggestion.ContactId is null ? suggestion.Office : values.Office,
            SourceUrl = WebAddress.IsValid(suggestion.Source) ? suggestion.Source : values.SourceUrl,
        };
        return EmailAddress.IsValidOfOffice(address) ? applied with { Email = address }
            : WebAddress.IsValid(address) ? applied with { WebFormUrl = address }
            : TelephoneNumber.IsValid(address) ? applied with { Phone = address }
            // Of a known office it may just as well be a remark.
            : suggestion.ContactId is null ? applied with { PostalAddress = address } : applied;
    }

    private async Task<int> DecideAsync(IReadOnlyCollection<long> ids, SuggestionState state, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var waiting = await db.ContactSuggestions.Where(s => ids.Contains(s.Id) && s.State == SuggestionState.Waiting).ToListAsync(cancellationToken);
        foreach (var suggestion in waiting)
        {
            (suggestion.State, suggestion.DecidedAt, suggestion.DecidedBy) = (state, now, by);
        }

        await db.SaveChangesAsync(cancellationToken);
        return waiting.Count;
    }
}

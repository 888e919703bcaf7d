using LobbyKit.Web.Data;

namespace LobbyKit.Web.Contacts;

/// <summary>Takes what supporters know of offices that are missing here. Keeps nothing of who said it.</summary>
public sealed class SuggestionBox(LobbyKitDbContext db, TimeProvider clock)
{
    public async Task AddAsync(string countryCode, string office, string address, string source, CancellationToken cancellationToken)
    {
        db.ContactSuggestions.Add(new ContactSuggestion
        {
            CountryCode = countryCode,
            Office = office,
            Address = address,
            Source = source,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancellationToken);
    }
}

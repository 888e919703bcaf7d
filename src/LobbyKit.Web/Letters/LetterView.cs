using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>A letter as its supporter sees it.</summary>
/// <param name="Letter">Its state.</param>
/// <param name="Campaign">Its campaign.</param>
/// <param name="Contact">The office that it goes to, with channels.</param>
/// <param name="Content">Its text; null once erased.</param>
public sealed record LetterView(Letter Letter, Campaign Campaign, Contact Contact, LetterContent? Content)
{
    internal static async Task<LetterView> LoadAsync(
        LobbyKitDbContext db, CampaignCatalog campaigns, SealedJson sealing, Letter letter, CancellationToken cancellationToken) =>
        new(
            letter,
            await campaigns.FindAsync(letter.CampaignId, cancellationToken) ?? throw new InvalidOperationException($"Letter {letter.Id} has no campaign."),
            await db.Contacts.AsNoTracking().Include(c => c.Channels).FirstAsync(c => c.Id == letter.ContactId, cancellationToken),
            await sealing.OpenLetterAsync(db, letter.Id, cancellationToken));
}

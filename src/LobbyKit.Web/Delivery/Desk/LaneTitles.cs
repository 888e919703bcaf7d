using System.Globalization;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Lanes;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>The names of lanes as people know them.</summary>
public static class LaneTitles
{
    public static async Task<IReadOnlyDictionary<LaneName, string>> OfAsync(
        LobbyKitDbContext db, IReadOnlyCollection<LaneName> names, CancellationToken cancellationToken)
    {
        var contacts = await ContactsAsync(db, Ids(names, LaneKind.Contact), cancellationToken);
        var campaigns = await CampaignsAsync(db, Ids(names, LaneKind.Campaign), cancellationToken);
        return names.Distinct().ToDictionary(n => n, n => n.Kind switch
        {
            LaneKind.Relay => "Our mail server",
            LaneKind.Contact => contacts.GetValueOrDefault(Id(n)) ?? $"Contact {n.Key}",
            LaneKind.Campaign => campaigns.GetValueOrDefault(Id(n)) ?? $"Campaign {n.Key}",
            _ => n.Key,
        });
    }

    public static async Task<Dictionary<int, string>> ContactsAsync(LobbyKitDbContext db, IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await db.Contacts.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Office, c.CountryName })
            .ToDictionaryAsync(c => c.Id, c => OfficeTitle.Of(c.Office, c.CountryName), cancellationToken);

    /// <summary>Titles in the campaigns' own languages.</summary>
    public static async Task<Dictionary<int, string>> CampaignsAsync(LobbyKitDbContext db, IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var found = await (
            from campaign in db.Campaigns
            where ids.Contains(campaign.Id)
            join text in db.Set<CampaignText>() on new { CampaignId = campaign.Id, Language = campaign.SourceLanguage } equals new { text.CampaignId, text.Language } into texts
            from text in texts.DefaultIfEmpty()
            select new { campaign.Id, campaign.Slug, Title = text == null ? null : text.Title }).ToListAsync(cancellationToken);
        return found.ToDictionary(c => c.Id, c => string.IsNullOrEmpty(c.Title) ? c.Slug : c.Title);
    }

    private static List<int> Ids(IEnumerable<LaneName> names, LaneKind kind) => [.. names.Where(n => n.Kind == kind).Select(Id).Distinct()];

    private static int Id(LaneName name) => int.TryParse(name.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}

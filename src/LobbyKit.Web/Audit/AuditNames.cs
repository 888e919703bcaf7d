using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Contacts.Importing;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Delivery.Lanes;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Audit;

/// <summary>The names of things at the moment of an entry: what the context has at hand, else one question to the database.</summary>
internal sealed class AuditNames(LobbyKitDbContext db)
{
    private readonly Dictionary<int, string> campaigns = [];
    private readonly Dictionary<int, string> roles = [];

    public async Task<string> OfAsync(AuditRule rule, object id, object? known, CancellationToken cancellationToken)
    {
        var name = (known ?? await FindAsync(rule.Root, id, cancellationToken)) switch
        {
            Contact c => $"{c.Office}, {c.CountryName}",
            ContactImport i => i.FileName,
            ContactSuggestion s => $"{s.Office}, {s.CountryCode}",
            Campaign c => await CampaignAsync(c.Id, c, cancellationToken),
            CampaignImage i => $"{i.Hash[..12]}, {await CampaignAsync(i.CampaignId, null, cancellationToken)}",
            LetterTemplate t => $"{t.Language}{(t.CountryCode.Length > 0 ? $" for {t.CountryCode}" : "")}, {await CampaignAsync(t.CampaignId, null, cancellationToken)}",
            Account a => a.DisplayName.Length > 0 ? a.DisplayName : a.Email ?? $"account {id}",
            OneTimeLink l => l.Purpose == OneTimeLinkPurpose.SetUp ? AuditSentence.SetUpLink : l.Email,
            RecordedSetting s => s.Name,
            DeliveryPause p => p.Kind == LaneKind.Relay ? "all mail" : await PausedAsync(new LaneName(p.Kind, p.Which), cancellationToken),
            _ => $"{id}",
        };
        return name.Length <= AuditEntry.NameLength ? name : name[..AuditEntry.NameLength];
    }

    public async Task<string> OfAccountAsync(int id, CancellationToken cancellationToken) =>
        await FindAsync(typeof(Account), id, cancellationToken) is Account { DisplayName: { Length: > 0 } name } ? name : $"Account {id}";

    public async Task<string?> ValueAsync(AuditLookup lookup, object? value, CancellationToken cancellationToken) => (lookup, value) switch
    {
        (AuditLookup.Campaign, int id) => await CampaignAsync(id, null, cancellationToken),
        (AuditLookup.Role, int id) => await RoleAsync(id, cancellationToken),
        _ => AuditWords.Value(value),
    };

    private async Task<string> PausedAsync(LaneName lane, CancellationToken cancellationToken) => (await LaneTitles.OfAsync(db, [lane], cancellationToken))[lane];

    private async Task<string> CampaignAsync(int id, Campaign? known, CancellationToken cancellationToken)
    {
        if (!campaigns.TryGetValue(id, out var title))
        {
            known ??= Local<Campaign>(id);
            title = known is { Texts.Count: > 0 }
                ? known.TextFor(known.SourceLanguage).Title
                : await db.Set<CampaignText>().Where(t => t.CampaignId == id && db.Campaigns.Any(c => c.Id == id && c.SourceLanguage == t.Language))
                    .Select(t => t.Title).FirstOrDefaultAsync(cancellationToken) ?? known?.Slug ?? $"campaign {id}";
            campaigns[id] = title;
        }

        return title;
    }

    private async Task<string> RoleAsync(int id, CancellationToken cancellationToken)
    {
        if (!roles.TryGetValue(id, out var name))
        {
            roles[id] = name = await db.Roles.Where(r => r.Id == id).Select(r => r.Name).FirstOrDefaultAsync(cancellationToken) ?? $"role {id}";
        }

        return name;
    }

    // Not db.FindAsync: what the caller has not loaded must not be in the caller's context afterwards.
    private async Task<object?> FindAsync(Type root, object id, CancellationToken cancellationToken) => (root, id) switch
    {
        _ when root == typeof(Contact) => Local<Contact>(id) ?? await db.Contacts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == (int)id, cancellationToken),
        _ when root == typeof(Campaign) => Local<Campaign>(id) ?? await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Id == (int)id, cancellationToken),
        _ when root == typeof(CampaignImage) => Local<CampaignImage>(id) ?? await db.CampaignImages.AsNoTracking().FirstOrDefaultAsync(i => i.Id == (int)id, cancellationToken),
        _ when root == typeof(LetterTemplate) => Local<LetterTemplate>(id) ?? await db.LetterTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.Id == (int)id, cancellationToken),
        _ when root == typeof(Account) => Local<Account>(id) ?? await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == (int)id, cancellationToken),
        _ => null,
    };

    private T? Local<T>(object id)
        where T : class => db.Set<T>().Local.FindEntryUntyped([id])?.Entity;
}

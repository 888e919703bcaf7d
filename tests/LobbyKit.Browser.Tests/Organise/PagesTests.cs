using LobbyKit.Web.Accounts;

namespace LobbyKit.Browser.Tests.Organise;

/// <summary>Every page of the workspace, at both widths, in both colour schemes, scanned; nothing has to be pushed sideways.</summary>
[Collection(SharedBrowser.Name)]
public sealed class PagesTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task A_campaigns_pages_can_be_shown(int width) => run.VisitAsync(new VisitOptions { Width = width, MayMove = true }, async visitor =>
    {
        var campaign = await Workspace.SampleAsync(run.Application);
        var workspace = new Workspace(visitor);
        await workspace.SignInAsync(run.Application, AccountRoles.Organiser, campaign);
        foreach (var (name, path) in new[]
        {
            ("dashboard-empty", ""), ("settings", "/settings"), ("organisations", "/organisations"), ("team", "/team"), ("texts", "/texts"),
            ("text", "/texts/fr"), ("pictures", "/images"), ("publish", "/publish"),
        })
        {
            await workspace.OpenAsync($"organise/campaigns/{campaign}{path}");
            await visitor.InspectAsync(name);
        }

        await workspace.OpenAsync("organise/campaigns/new");
        await visitor.InspectAsync("new-campaign");
        await workspace.OpenAsync("organise/import");
        await visitor.InspectAsync("campaign-import");
    });

    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task The_admins_pages_can_be_shown(int width) => run.VisitAsync(new VisitOptions { Width = width, MayMove = true }, async visitor =>
    {
        var workspace = new Workspace(visitor);
        await workspace.SignInAsync(run.Application, AccountRoles.Admin);
        foreach (var (name, path) in new[]
        {
            ("contacts", "contacts"), ("contact", "contacts/1"), ("contact-edit", "contacts/1/edit"), ("contact-new", "contacts/new"), ("verify", "contacts/verify"),
            ("address-changes", "contacts/changes"), ("suggestions", "contacts/suggestions"), ("contacts-import", "contacts/import"),
            ("audit", "audit"), ("status", "status"), ("delivery-empty", "delivery"), ("delivery-mails", "delivery/mails"),
            ("delivery-contacts", "delivery/by/contact"), ("delivery-domains", "delivery/by/domain"), ("delivery-campaigns", "delivery/by/campaign"),
        })
        {
            await workspace.OpenAsync($"admin/{path}");
            await visitor.InspectAsync(name);
        }
    });
}

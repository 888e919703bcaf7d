using LobbyKit.Web.Accounts;
using LobbyKit.Web.Delivery;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Browser.Tests.Administer;

/// <summary>Dashboard, delivery desk and appeal of a campaign in full swing.</summary>
[Collection(BusyBrowser.Name)]
public sealed class BusyDeskTests(BusyCampaign run)
{
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task The_figures_can_be_shown_and_tabbed_through(int width) => run.VisitAsync(new VisitOptions { Width = width, MayMove = true }, async visitor =>
    {
        var workspace = new Workspace(visitor);
        await workspace.SignInAsync(run.Application, AccountRoles.Admin);
        var putOff = await MailAsync(m => m.ContactId == run.RefusingId && m.AttemptCount > 0);
        foreach (var (name, path) in new[]
        {
            ("dashboard", $"organise/campaigns/{run.CampaignId}"), ("delivery", "admin/delivery"), ("delivery-mails", "admin/delivery/mails"),
            ("delivery-refused", "admin/delivery/mails?state=Rejected"), ("delivery-mail", $"admin/delivery/mails/{putOff}"),
            ("delivery-drop", $"admin/delivery/act/drop?id={putOff}"), ("delivery-contacts", "admin/delivery/by/contact"),
        })
        {
            await workspace.OpenAsync(path);
            // Of the dashboard, its figures and the first of its charts.
            await visitor.InspectAsync(name, from: name == "dashboard" ? visitor.Heading("Dashboard") : null);
            await visitor.TabThroughAsync();
        }
    });

    [SkippableFact]
    public Task The_desk_works_without_scripts() => run.VisitAsync(new VisitOptions { JavaScript = false, MayMove = true }, async visitor =>
    {
        var (page, workspace) = (visitor.Page, new Workspace(visitor));
        await workspace.SignInAsync(run.Application, AccountRoles.Admin);
        await workspace.OpenAsync("admin/delivery/mails?state=PutOff");
        var boxes = page.GetByRole(AriaRole.Checkbox);
        await boxes.Nth(0).CheckAsync();
        await boxes.Nth(1).CheckAsync();

        await visitor.Button("Hold the chosen…").ClickAsync();
        await visitor.Button("Hold: 2 e-mails").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("2 e-mails are held.");
        await workspace.OpenAsync("admin/delivery/mails?state=Held");
        await visitor.Button("Let go all…").ClickAsync();
        await visitor.Button("Let go: 2 e-mails").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("2 e-mails are let go.");
        await workspace.OpenAsync("admin/delivery/by/campaign");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause: " }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume: " }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("It goes on");
    });

    [SkippableTheory]
    [InlineData(375, "en")]
    [InlineData(1280, "en")]
    [InlineData(1280, "ar")]
    public Task What_waits_is_told_where_nothing_hides_it(int width, string language) => run.VisitAsync(
        new VisitOptions { Width = width, Language = language, MayMove = true }, async visitor =>
        {
            await visitor.GoAsync(visitor.Campaign);
            var told = visitor.Page.Locator(".forecast");

            await told.ScrollIntoViewIfNeededAsync();

            Assert.True(await told.EvaluateAsync<bool>(
                "e => { const r = e.getBoundingClientRect(); return e.contains(document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2)); }"));
        });

    private Task<long> MailAsync(System.Linq.Expressions.Expression<Func<OutboxMail, bool>> which) =>
        run.Application.WithDatabaseAsync(db => db.Outbox.Where(which).Select(m => m.Id).FirstAsync());
}

using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Browser.Tests.Organise;

/// <summary>From signing in to a published campaign with letters in two languages and one country's own wording.</summary>
[Collection(SharedBrowser.Name)]
public sealed class NewCampaignTests(BrowserRun run)
{
    private const string Slug = "clean-water-now";

    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task A_new_organiser_publishes_a_campaign_and_a_supporter_writes(int width) => run.VisitAsync(new VisitOptions { Width = width, MayMove = true }, async visitor =>
    {
        var slug = $"{Slug}-{width}";
        await new Workspace(visitor).SignInAsync(run.Application, AccountRoles.Organiser);
        await BeginAsync(visitor, slug);
        await OpenAsync(visitor, "Publish");
        await visitor.InspectAsync("gaps");
        await Expect(visitor.Button("Publish")).ToHaveCountAsync(0);

        await WriteTextsAsync(visitor);
        await WriteLetterAsync(visitor, "English", null, "Dear {{ contact.office }},\n\nplease speak of water at {{ event.name }}.\n\n{{ personal_message }}\n\n{{ supporter.name }}");
        await WriteLetterAsync(visitor, "French", null, "Madame, Monsieur,\n\nparlez de l’eau.\n\n{{ personal_message }}\n\n{{ supporter.name }}");
        await WriteLetterAsync(visitor, "English", "Ireland", "A Thaoisigh, a chara,\n\nwater, please.\n\n{{ personal_message }}\n\n{{ supporter.name }}");

        await OpenAsync(visitor, "Publish");
        await visitor.Page.Locator("button.primary").Filter(new() { HasText = "Publish" }).ClickAsync();
        await Expect(visitor.Page.Locator(".kicker")).ToContainTextAsync("Open");

        await visitor.GoAsync($"{visitor.Address}/en/campaigns/{slug}/write/IE");
        var (write, writer) = (new WriteStep(visitor), Writer.Anna());
        await write.FillAsync(writer);
        await write.CheckAsync();
        await Expect(new CheckStep(visitor).Letter).ToContainTextAsync("A Thaoisigh, a chara");
        await CloseAsync(slug);
    });

    private static Task OpenAsync(Visitor visitor, string page) => visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "This campaign" })
        .GetByRole(AriaRole.Link, new() { Name = page, Exact = true }).ClickAsync();

    private static async Task BeginAsync(Visitor visitor, string slug)
    {
        await visitor.Link("New campaign").ClickAsync();
        await visitor.Button("Make the draft").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visitor.Page.GetByLabel("Title", new() { Exact = true }).FillAsync("Clean water now");
        await visitor.Page.Locator("#Form_Slug").FillAsync(slug);
        await visitor.Page.Locator("#Form_Language").FillAsync("English");
        await visitor.Page.Locator("#Form_EventName").FillAsync("G20 Leaders’ Summit");
        await visitor.Page.Locator("#Form_EventStarts").FillAsync("2026-12-14");
        await visitor.Page.Locator("#Form_EventEnds").FillAsync("2026-12-15");
        await visitor.Page.Locator("#Form_EventTimeZone").FillAsync("America/New_York");
        await visitor.Button("Make the draft").ClickAsync();
        await Expect(visitor.Page.Locator(".kicker")).ToContainTextAsync("Draft");
    }

    private static async Task WriteTextsAsync(Visitor visitor)
    {
        await OpenAsync(visitor, "Texts");
        await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "English" }).First.ClickAsync();
        await visitor.Page.Locator("#Form_Summary").FillAsync("Ask your government for clean water.");
        await visitor.Page.Locator("#Form_Demand").FillAsync("Put clean water on the agenda of the summit.");
        await visitor.Page.Locator("#Form_Story").FillAsync("## Why\n\nTwo billion people drink unsafe water.");
        await visitor.Button("Save").First.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
    }

    private static async Task WriteLetterAsync(Visitor visitor, string language, string? country, string body)
    {
        await OpenAsync(visitor, "Letters");
        await visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Language", Exact = true }).FillAsync(language);
        if (country is not null)
        {
            await visitor.Page.GetByLabel("Only for offices of").SelectOptionAsync(new SelectOptionValue { Label = country });
        }

        await visitor.Button("Begin the letter").ClickAsync();
        var editor = new LetterEditor(visitor);
        await editor.Subject.FillAsync("Clean water at the summit");
        await editor.Body.FillAsync(body);
        await Expect(editor.Problems).ToContainTextAsync("No problems.");
        await visitor.Button("Save and publish").ClickAsync();
        await Expect(visitor.Page.GetByText("supporters get it from now on")).ToBeVisibleAsync();
    }

    // The front page of the other visits is the one open campaign.
    private Task CloseAsync(string slug) => run.Application.ChangeDatabaseAsync(async db =>
        (await db.Campaigns.SingleAsync(c => c.Slug == slug)).State = CampaignState.Closed);
}

using System.Net;
using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Organise;

public sealed class NewCampaignTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private TestApplication Application => running.Application;

    [Fact]
    public async Task From_nothing_to_a_letter_at_its_office()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Clean Rivers: Now!");
        Assert.EndsWith("/settings", organiser.Browser.Address, StringComparison.Ordinal);

        await organiser.OpenAsync("texts/en");
        organiser.Browser.Fill("Summary", "Ask for clean rivers.");
        organiser.Browser.Fill("Story", "## Why\n\nRivers **matter**.");
        await organiser.Browser.PressAsync("Save");
        await organiser.WriteLetterAsync("English", "Clean rivers at the {{ event.name }}", "{{ contact.salutation }},\n\nplease speak up in {{ event.place }}.\n\n{{ personal_message }}\n\n{{ supporter.name }}");
        await organiser.OpenAsync("publish");
        Assert.Contains("Draft", organiser.Browser.MainText, StringComparison.Ordinal);
        await organiser.Browser.PressAsync("Publish anyway");
        Assert.Contains("Published. ", organiser.Browser.MainText + " ", StringComparison.Ordinal);

        using var writer = new LetterWriter(Application);
        await writer.Browser.OpenAsync("/en/campaigns/clean-rivers-now");
        Assert.Equal("Clean Rivers: Now!", writer.Browser.Heading);
        Assert.Equal("matter", writer.Browser.Page.QuerySelector(".prose strong")!.TextContent);
        await writer.Browser.OpenAsync("/en/campaigns/clean-rivers-now/write/DE");
        writer.FillIn();
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        await writer.Browser.PressAsync(LetterWriter.SendButton);
        writer.RememberReceipt();
        await writer.ConfirmAsync();
        var letter = await writer.Inbox.WaitForLetterAsync(writer.Supporter.Email);
        Assert.Equal("Clean rivers at the Water Summit", letter.Subject);
        Assert.Contains("speak up in Geneva", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_campaign_begins_with_what_works()
    {
        using var organiser = await Organiser.SignInAsync(Application);

        await organiser.MakeCampaignAsync("Défauts d’été");

        var campaign = await organiser.CampaignAsync();
        Assert.Equal(("defauts-dete", CampaignState.Draft, SupporterEditing.OwnParagraph), (campaign.Slug, campaign.State, campaign.Editing));
        Assert.Equal([ContactRole.HeadOfGovernment, ContactRole.HeadOfState, ContactRole.InstitutionHead, ContactRole.ForeignMinister], campaign.Roles);
        Assert.Equal(4, campaign.Channels.Count);
        Assert.Equal(new DateTime(2026, 12, 19, 23, 0, 0, DateTimeKind.Utc), campaign.ClosesAt);
        Assert.Contains("within 30 days", campaign.TextFor("en").ConsentWording, StringComparison.Ordinal);
        Assert.Equal("2026-11-22-1", campaign.ConsentVersion);
        await organiser.Browser.OpenAsync("/en/organise");
        Assert.Contains("Défauts d’été", organiser.Browser.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_title_twice_gives_two_addresses_and_a_taken_address_is_refused()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Twice");
        await organiser.MakeCampaignAsync("Twice");
        Assert.Equal("twice-2", (await organiser.CampaignAsync()).Slug);

        await organiser.Browser.OpenAsync("/en/organise/campaigns/new");
        organiser.FillInNew("Three");
        organiser.Browser.Fill("Address (you may leave it empty)", "twice");
        await organiser.Browser.PressAsync("Make the draft");

        Assert.Equal("Another campaign has the address “twice”.", organiser.Browser.ErrorBeside(organiser.Browser.Box("Address (you may leave it empty)")));
        Assert.Equal("Three", organiser.Browser.Value("Title"));
    }

    [Theory]
    [InlineData("Title", " ", "Enter a title")]
    [InlineData("Address (you may leave it empty)", "No Spaces", "Use lower-case letters")]
    [InlineData("Language of the campaign", "Klingonish", "Choose the language")]
    [InlineData("Event", "", "Enter the name of the event")]
    [InlineData("First day", "soon", "Enter the first day")]
    [InlineData("Last day", "2026-12-01", "before the first")]
    [InlineData("Time zone of the place", "Moon/Base", "Choose a time zone")]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(string field, string typed, string said)
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.Browser.OpenAsync("/en/organise/campaigns/new");
        organiser.FillInNew("Mistaken");
        organiser.Browser.Fill(field, typed);

        await organiser.Browser.PressAsync("Make the draft");

        Assert.Contains(said, organiser.Browser.ErrorBeside(organiser.Browser.Box(field)), StringComparison.Ordinal);
        Assert.Single(organiser.Browser.Summary);
        Assert.Equal(field == "Event" ? "Mistaken" : "Water Summit", organiser.Browser.Value(field == "Event" ? "Title" : "Event"));
    }

    [Fact]
    public async Task Nobody_else_sees_a_draft()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Secret draft");
        using var other = await Organiser.SignInAsync(Application);

        foreach (var page in new[] { "settings", "organisations", "team", "texts", "texts/en", "publish", "preview/en" })
        {
            await organiser.OpenAsync(page);
            Assert.Equal(HttpStatusCode.OK, organiser.Browser.Status);
            await other.Browser.OpenAsync($"{organiser.Workspace}/{page}");
            Assert.Equal(HttpStatusCode.NotFound, other.Browser.Status);
        }

        foreach (var page in new[] { "", "/country", "/write/DE", "/no-office/LI" })
        {
            await other.Browser.OpenAsync($"/en/campaigns/secret-draft{page}");
            Assert.Equal(HttpStatusCode.NotFound, other.Browser.Status);
        }

        await other.Browser.OpenAsync("/en");
        Assert.DoesNotContain("Secret draft", other.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_shows_the_page_and_leads_nowhere()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Looked at first");

        await organiser.OpenAsync("preview/en");

        Assert.Equal("Looked at first", organiser.Browser.Heading);
        Assert.Contains("28", organiser.Browser.MainText, StringComparison.Ordinal);
        using var browser = Application.NewClient();
        Assert.Contains("--accent-set: #1d4e5f;", await browser.GetStringAsync(organiser.Browser.Page.QuerySelector("link[href*='accent.css']")!.GetAttribute("href")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/en/campaigns/looked-at-first/accent.css?colour=red;}")).StatusCode);
        Assert.True(organiser.Browser.Page.QuerySelector(".choose button")!.HasAttribute("disabled"));
        Assert.DoesNotContain(organiser.Browser.Page.QuerySelectorAll("main a, header a.name"), a => a.GetAttribute("href")!.Contains("/campaigns/looked-at-first", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copy_has_settings_texts_organisations_and_letters_and_no_letter_that_was_sent()
    {
        var sampleId = await Application.WithDatabaseAsync(db => db.Campaigns.Where(c => c.Slug == "keep-hope-alive").Select(c => c.Id).SingleAsync());
        using (var writer = new LetterWriter(Application))
        {
            await writer.SubmitAsync();
        }

        using var organiser = await Organiser.SignInAsync(Application, sampleId);
        var editor = (await organiser.CampaignAsync()).LetterTemplates.Single(t => t.Language == "de").Id;
        await organiser.OpenAsync($"letters/{editor}");
        organiser.Browser.Fill("Subject", "Noch nicht veröffentlicht");
        await organiser.Browser.PressAsync("Save");
        var original = await organiser.CampaignAsync();
        await organiser.Browser.OpenAsync("/en/organise");

        await organiser.Browser.PressAsync("Copy");

        organiser.TakeCampaign();
        var copy = await organiser.CampaignAsync();
        Assert.NotEqual(original.Id, copy.Id);
        Assert.Equal(("keep-hope-alive-2", CampaignState.Draft, "Keep Hope Alive (copy)", false), (copy.Slug, copy.State, copy.TextFor("en").Title, copy.IsSample));
        Assert.Equal((original.Goal, original.Accent, original.ClosesAt, original.SenderName), (copy.Goal, copy.Accent, copy.ClosesAt, copy.SenderName));
        Assert.Equal(original.TextFor("fr").Story, copy.TextFor("fr").Story);
        Assert.Equal(original.Organisations.OrderBy(o => o.Position).Select(o => (o.Name, o.Url)), copy.Organisations.OrderBy(o => o.Position).Select(o => (o.Name, o.Url)));
        Assert.Equal(original.LetterTemplates.Select(t => t.Language).Order(), copy.LetterTemplates.Select(t => t.Language).Order());
        var german = copy.LetterTemplates.Single(t => t.Language == "de");
        Assert.Equal(1, german.PublishedNumber);
        Assert.Equal([1, 2], german.Versions.Select(v => v.Number).Order());
        Assert.Equal("Noch nicht veröffentlicht", german.Versions.Single(v => v.Number == 2).Subject);
        Assert.Equal(original.LetterTemplates.Single(t => t.Language == "fr").Versions.Single().Body, copy.LetterTemplates.Single(t => t.Language == "fr").Versions.Single().Body);
        Assert.Equal(0, await Application.WithDatabaseAsync(db => db.Letters.CountAsync(l => l.CampaignId == copy.Id)));
        Assert.Equal(1, await Application.WithDatabaseAsync(db => db.CampaignMembers.CountAsync(m => m.CampaignId == copy.Id)));
    }

    [Fact]
    public async Task Nobody_copies_a_campaign_that_is_none_of_theirs()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Not to be copied");
        using var other = await Organiser.SignInAsync(Application);
        await other.MakeCampaignAsync("Own");
        await other.Browser.OpenAsync("/en/organise");

        await other.Browser.SendAsync(other.Browser.Press("Copy").With("campaignId", $"{organiser.CampaignId}"));

        Assert.Equal(HttpStatusCode.NotFound, other.Browser.Status);
    }
}

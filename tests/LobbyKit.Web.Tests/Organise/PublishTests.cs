using System.Net;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Organise;

public sealed class PublishTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private TestApplication Application => running.Application;

    [Fact]
    public async Task A_draft_without_a_letter_cannot_be_published_even_by_a_button_of_before()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Nothing to send");
        await organiser.OpenAsync("publish");

        Assert.Equal(["No letter is published: nobody can write. Letters"], organiser.Browser.Page.QuerySelectorAll(".blocking li").Select(Visitor.Line));
        Assert.False(organiser.Browser.HasButton("Publish") || organiser.Browser.HasButton("Publish anyway"));
        await PostAsync(organiser, "Publish");
        Assert.Contains("Not published: something below has to be mended first.", organiser.Browser.MainText, StringComparison.Ordinal);
        Assert.Equal(CampaignState.Draft, (await organiser.CampaignAsync()).State);
    }

    [Fact]
    public async Task Each_gap_is_named_leads_to_where_it_is_mended_and_is_gone_then()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Many gaps");
        await organiser.WriteLetterAsync("English", "Clean water", "Please.");
        (Action<Campaign> Break, Action<Campaign> Mend, string Said, string Leads, bool Blocks)[] gaps =
        [
            (c => c.EventEnds = c.EventStarts = new(2026, 11, 1), c => (c.EventStarts, c.EventEnds) = (new(2026, 12, 20), new(2026, 12, 21)), "The event is in the past.", "settings", true),
            (c => c.EventStarts = new(2026, 11, 20), c => c.EventStarts = new(2026, 12, 20), "The event has begun.", "settings", false),
            (c => c.EventEnds = new(2026, 12, 1), c => c.EventEnds = new(2026, 12, 21), "The event ends before it begins.", "settings", true),
            (c => c.ClosesAt = c.ClosesAt.AddDays(30), c => c.ClosesAt = c.ClosesAt.AddDays(-30), "closes after the event is over", "settings", false),
            (c => c.ClosesAt = c.OpensAt.AddDays(-1), c => c.ClosesAt = c.OpensAt.AddDays(20), "closes before it opens", "settings", true),
            (c => (c.OpensAt, c.ClosesAt) = (c.OpensAt.AddDays(-9), c.OpensAt.AddDays(-8)), c => (c.OpensAt, c.ClosesAt) = (c.OpensAt.AddDays(9), c.OpensAt.AddDays(20)), "The closing time is in the past", "settings", true),
            (c => c.Accent = "#777777", c => c.Accent = "#1d4e5f", "The accent colour is hard to read", "settings", true),
            (c => c.SenderName = "", c => c.SenderName = "Us", "no sender's name", "settings", true),
            (c => c.TextFor("en").ConsentWording = "", c => c.TextFor("en").ConsentWording = "I agree.", "no consent wording in English", "texts/en", true),
            (c => c.TextFor("en").Title = "", c => c.TextFor("en").Title = "Many gaps", "have no title", "texts/en", true),
            (c => c.TextFor("en").Story = "", c => c.TextFor("en").Story = "Why.", "The English texts have no summary, demand, story", "texts/en", false),
            (c => c.TextFor("en").PhoneScript = "{{ nothing }}", c => c.TextFor("en").PhoneScript = "Hello.", "The phone script in English has a problem", "texts/en", true),
            (c => c.TextFor("en").PhoneScript = "", c => c.TextFor("en").PhoneScript = "Hello.", "no phone script in English", "texts/en", false),
            (c => c.LetterTemplates[0].Versions[^1].Body = "{{ nothing }}", c => c.LetterTemplates[0].Versions[^1].Body = "Please.", "The English letter, version 2, has a problem (body, line 1)", "letters/", true),
            (c => c.Channels = [ChannelKind.Post], c => c.Channels = Enum.GetValues<ChannelKind>(), "Offices without a channel that the campaign allows", "settings", false),
        ];
        foreach (var (breaks, mends, said, leads, blocks) in gaps)
        {
            await organiser.ChangeAsync(breaks);
            await organiser.OpenAsync("publish");
            var gap = organiser.Browser.Page.QuerySelectorAll(".gaps > li").Where(l => l.TextContent.Contains(said, StringComparison.Ordinal)).ToList();
            Assert.True(gap.Count == 1, $"“{said}” stands there {gap.Count} times: {organiser.Browser.MainText}");
            Assert.Contains($"{organiser.Workspace}/{leads}", gap[0].QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Equal(blocks, gap[0].ParentElement!.ClassList.Contains("blocking"));
            Assert.Equal(!blocks, organiser.Browser.HasButton("Publish anyway"));

            await organiser.ChangeAsync(mends);
            await organiser.OpenAsync("publish");
            if (!said.StartsWith("The English texts", StringComparison.Ordinal))
            {
                Assert.DoesNotContain(said, organiser.Browser.MainText, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_language_that_offices_read_is_missed_until_its_letter_is_published()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("No Japanese");
        await organiser.WriteLetterAsync("English", "Clean water", "Please.");
        await organiser.OpenAsync("publish");
        Assert.Contains("Japanese: Japan", organiser.Browser.MainText, StringComparison.Ordinal);

        await organiser.OpenAsync("letters");
        organiser.Browser.Fill("Language", "Japanese");
        await organiser.Browser.PressAsync("Begin the letter");
        await organiser.OpenAsync("publish");
        var gap = organiser.Browser.Page.QuerySelectorAll(".gaps > li").Single(l => l.TextContent.Contains("No letter in Japanese", StringComparison.Ordinal));
        Assert.Contains("a letter is begun, but not published: Japan.", gap.TextContent, StringComparison.Ordinal);

        await organiser.Browser.OpenAsync(gap.QuerySelector("a")!.GetAttribute("href")!);
        organiser.Browser.Fill("Subject", "水");
        organiser.Browser.Fill("Letter", "お願いします。");
        await organiser.Browser.PressAsync("Save and publish");
        await organiser.OpenAsync("publish");

        Assert.DoesNotContain("Japanese: Japan", organiser.Browser.MainText, StringComparison.Ordinal);
        Assert.DoesNotContain("No letter in Japanese", organiser.Browser.MainText, StringComparison.Ordinal);
        Assert.Contains("Letters in Japanese name event and place in English", organiser.Browser.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Translations_that_still_say_what_the_source_says_are_named()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Half translated");
        await organiser.OpenAsync("publish");
        Assert.Contains("No texts in Arabic, French", organiser.Browser.MainText, StringComparison.Ordinal);
        await organiser.ChangeAsync(c => c.TextFor("en").Summary = "Clean water.");
        await organiser.OpenAsync("texts");
        organiser.Browser.Fill("Language", "French");
        await organiser.Browser.PressAsync("Add the language");

        await organiser.OpenAsync("publish");
        Assert.Contains("Not translated into French yet: summary.", organiser.Browser.MainText, StringComparison.Ordinal);
        Assert.Contains("No texts in Arabic:", organiser.Browser.MainText, StringComparison.Ordinal);

        await organiser.ChangeAsync(c => c.TextFor("fr").Summary = "De l'eau propre.");
        await organiser.OpenAsync("publish");
        Assert.DoesNotContain("Not translated into French", organiser.Browser.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_that_nobody_verified_are_named_and_where_it_matters_what_comes_of_it()
    {
        await using var application = new TestApplication(new() { ["LobbyKit:Mail:RequireVerifiedContacts"] = "true" });
        var id = await application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());
        using var organiser = await Organiser.SignInAsync(application, id);
        await organiser.OpenAsync("publish");
        Assert.Contains("The server sends to verified e-mail addresses only.", organiser.Browser.MainText, StringComparison.Ordinal);
        Assert.Contains("Offices without a verified channel", organiser.Browser.MainText, StringComparison.Ordinal);

        await application.ChangeDatabaseAsync(async db => (await db.Contacts.Include(c => c.Channels).ToListAsync()).SelectMany(c => c.Channels).ToList().ForEach(c => c.VerifiedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc)));
        await organiser.OpenAsync("publish");

        Assert.DoesNotContain("verified", organiser.Browser.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_campaign_opens_closes_reopens_is_archived_and_comes_back()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.OpenCampaignAsync("A whole life");
        using var reader = new Visitor(Application);
        await reader.OpenAsync("/en/campaigns/a-whole-life");
        Assert.NotNull(reader.Page.QuerySelector("#q"));

        await organiser.Browser.PressAsync("Close now");
        await reader.OpenAsync("/en/campaigns/a-whole-life/write/DE");
        Assert.Equal("/en/campaigns/a-whole-life", reader.Address);
        Assert.Contains("This campaign is closed.", reader.MainText, StringComparison.Ordinal);
        await PostAsync(organiser, "Close");
        Assert.Contains("in another state by now", organiser.Browser.MainText, StringComparison.Ordinal);

        await organiser.Browser.PressAsync("Open it again anyway");
        await reader.OpenAsync("/en/campaigns/a-whole-life/write/DE");
        Assert.Equal("Write your letter", reader.Heading);
        Assert.False(organiser.Browser.HasButton("Archive"));
        await PostAsync(organiser, "Archive");
        Assert.Equal(CampaignState.Open, (await organiser.CampaignAsync()).State);

        await organiser.Browser.PressAsync("Close now");
        await organiser.Browser.PressAsync("Archive");
        await reader.OpenAsync("/en/campaigns/a-whole-life");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
        await organiser.Browser.OpenAsync("/en/organise");
        Assert.Contains("A whole life", organiser.Browser.Page.QuerySelector(".archived")!.TextContent, StringComparison.Ordinal);
        foreach (var page in new[] { "settings", "texts/en", "letters", "preview/en" })
        {
            await organiser.OpenAsync(page);
            Assert.Equal(HttpStatusCode.OK, organiser.Browser.Status);
        }

        await organiser.OpenAsync("publish");
        await PostAsync(organiser, "Publish");
        Assert.Equal(CampaignState.Archived, (await organiser.CampaignAsync()).State);
        await organiser.Browser.PressAsync("Bring it back, as a closed campaign");
        await reader.OpenAsync("/en/campaigns/a-whole-life");
        Assert.Contains("This campaign is closed.", reader.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_campaign_is_called_off_or_opens_and_closes_by_the_clock()
    {
        await using var application = new TestApplication();
        using var organiser = await Organiser.SignInAsync(application);
        await organiser.MakeCampaignAsync("On Tuesday");
        await organiser.WriteLetterAsync("English", "Clean water", "Please.");
        await organiser.ChangeAsync(c => c.OpensAt = new DateTime(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc));
        using var reader = new Visitor(application);
        await organiser.OpenAsync("publish");
        await organiser.Browser.PressAsync("Publish anyway");
        Assert.Contains("Scheduled: it opens on 24 Nov 2026, 09:00 (Europe/Zurich).", organiser.Browser.MainText, StringComparison.Ordinal);
        await reader.OpenAsync("/en/campaigns/on-tuesday");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);

        await organiser.Browser.PressAsync("Call off: make it a draft again");
        Assert.Equal(CampaignState.Draft, (await organiser.CampaignAsync()).State);
        await organiser.Browser.PressAsync("Publish anyway");

        application.Clock.Advance(TimeSpan.FromDays(2));
        await reader.OpenAsync("/en/campaigns/on-tuesday/write/DE");
        Assert.Equal("Write your letter", reader.Heading);
        await reader.OpenAsync("/en");
        Assert.Contains("On Tuesday", reader.MainText, StringComparison.Ordinal);

        application.Clock.Advance(TimeSpan.FromDays(30));
        await reader.OpenAsync("/en/campaigns/on-tuesday");
        Assert.Contains("This campaign is closed.", reader.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_its_closing_time_a_campaign_is_opened_again_only_with_a_later_one()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.OpenCampaignAsync("Time is over");
        var closes = (await organiser.CampaignAsync()).ClosesAt;
        await organiser.ChangeAsync(c => (c.OpensAt, c.ClosesAt) = (c.OpensAt.AddDays(-9), c.OpensAt.AddDays(-8)));
        await organiser.OpenAsync("publish");
        Assert.Contains("Closed: since", organiser.Browser.MainText, StringComparison.Ordinal);
        Assert.Contains("set a later closing time", organiser.Browser.MainText, StringComparison.Ordinal);
        await PostAsync(organiser, "Reopen");
        Assert.Contains("Its closing time is over.", organiser.Browser.MainText, StringComparison.Ordinal);

        await organiser.ChangeAsync(c => c.ClosesAt = closes);
        await organiser.OpenAsync("publish");

        Assert.Contains("Open until", organiser.Browser.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looked_at_an_older_campaign_publishes_nothing()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Changed meanwhile");
        await organiser.WriteLetterAsync("English", "Clean water", "Please.");
        using var colleague = await organiser.ColleagueAsync();
        await organiser.OpenAsync("publish");
        await colleague.OpenAsync("settings");
        colleague.Browser.Fill("Goal", "5");
        await colleague.Browser.PressAsync("Save");

        await organiser.Browser.PressAsync("Publish anyway");

        Assert.Contains("Somebody has changed the campaign since you opened this page.", organiser.Browser.MainText, StringComparison.Ordinal);
        Assert.Equal(CampaignState.Draft, (await organiser.CampaignAsync()).State);
    }

    [Fact]
    public async Task Closing_lets_confirmed_letters_go_and_leaves_the_others()
    {
        await using var application = new TestApplication();
        var id = await application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());
        using var organiser = await Organiser.SignInAsync(application, id);
        using var confirmed = new LetterWriter(application);
        using var waiting = new LetterWriter(application);
        await confirmed.SubmitAsync();
        await waiting.SubmitAsync();
        var link = await waiting.ConfirmAddressAsync();
        await confirmed.ConfirmAsync();
        await organiser.OpenAsync("publish");
        Assert.Contains("cannot be confirmed any more, now 1 letter.", organiser.Browser.MainText, StringComparison.Ordinal);

        await organiser.Browser.PressAsync("Close now");

        await confirmed.WaitForStateAsync(LetterState.Accepted);
        await waiting.Browser.OpenAsync(link);
        Assert.False(waiting.Browser.HasButton(LetterWriter.ConfirmButton));
        Assert.Contains("the campaign has closed", waiting.Browser.MainText, StringComparison.Ordinal);
        Assert.Equal(LetterState.AwaitingConfirmation, (await waiting.LetterAsync()).State);
        await confirmed.OpenReceiptAsync();
        Assert.DoesNotContain("/write/", confirmed.Browser.Html, StringComparison.Ordinal);
    }

    // A button that the page does not have, as a page of before would.
    private static Task PostAsync(Organiser organiser, string handler)
    {
        var form = organiser.Browser.Page.QuerySelectorAll("form").Single(f => f.QuerySelector("[name=Revision]") is not null);
        var fields = form.QuerySelectorAll("input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).ToList();
        return organiser.Browser.SendAsync(new Submission(HttpMethod.Post, $"{organiser.Workspace}/publish?handler={handler}", fields));
    }
}

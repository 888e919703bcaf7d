using AngleSharp.Html.Dom;
using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Organise.Settings;

public sealed class SettingsTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private TestApplication Application => running.Application;

    [Fact]
    public async Task What_is_set_is_kept_and_shown_again()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Settings kept");
        await organiser.OpenAsync("settings");
        var browser = organiser.Browser;
        browser.Fill("First day", "2026-12-22");
        browser.Fill("Last day", "2026-12-23");
        browser.Fill("Time zone of the place", "Asia/Tokyo");
        browser.Fill("Host country", "JP");
        browser.Fill("Opens", "2026-11-25T09:30");
        browser.Fill("Closes", "2026-12-21T18:00");
        browser.Fill("First choice", "ForeignMinister");
        browser.Fill("Second choice", "HeadOfGovernment");
        browser.Fill("Third choice", "");
        browser.Fill("Fourth choice", "");
        browser.Untick("Phone");
        browser.Choose("Everything");
        browser.Fill("Goal", "12,000");
        browser.Fill("Sender’s name", "River Watch");
        browser.Fill("Accent colour", "#8A1538");
        browser.Fill("Hashtag (you may leave it empty)", "#CleanRivers");
        browser.Fill("Address", "rivers");
        await browser.PressAsync("Save");

        Assert.Contains("The settings are saved.", browser.MainText, StringComparison.Ordinal);
        var campaign = await organiser.CampaignAsync();
        Assert.Equal((new DateOnly(2026, 12, 22), new DateOnly(2026, 12, 23), "Asia/Tokyo", "JP"), (campaign.EventStarts, campaign.EventEnds, campaign.EventTimeZone, campaign.HostCountryCode));
        Assert.Equal((new DateTime(2026, 11, 25, 0, 30, 0), new DateTime(2026, 12, 21, 9, 0, 0)), (campaign.OpensAt, campaign.ClosesAt));
        Assert.Equal([ContactRole.ForeignMinister, ContactRole.HeadOfGovernment], campaign.Roles);
        Assert.Equal([ChannelKind.Email, ChannelKind.WebForm, ChannelKind.Post], campaign.Channels);
        Assert.Equal((SupporterEditing.Everything, 12000, "River Watch", "#8a1538", "CleanRivers", "rivers"), (campaign.Editing, campaign.Goal, campaign.SenderName, campaign.Accent, campaign.Hashtag, campaign.Slug));
        Assert.Equal("2026-11-25T09:30", browser.Value("Opens"));
        Assert.Equal(["JP", "ForeignMinister", "HeadOfGovernment", "", ""], browser.Page.QuerySelectorAll("select").OfType<IHtmlSelectElement>().Select(s => s.Value));
    }

    [Theory]
    [InlineData("First day", "", "Enter the first day")]
    [InlineData("Last day", "2026-12-01", "before the first")]
    [InlineData("Time zone of the place", "Atlantis", "Choose a time zone")]
    [InlineData("Host country", "ZZ", "Choose a country")]
    [InlineData("Opens", "whenever", "Enter the day and time")]
    [InlineData("Closes", "2026-11-01T00:00", "closes before it opens")]
    [InlineData("First choice", "HeadOfState", "chosen twice")]
    [InlineData("Goal", "many", "whole number")]
    [InlineData("Sender’s name", " ", "Enter a name")]
    [InlineData("Accent colour", "blue", "Enter a colour")]
    [InlineData("Accent colour", "#777777", "Too hard to read: ")]
    [InlineData("Accent colour", "#000000", "Choose a lighter colour")]
    [InlineData("Hashtag (you may leave it empty)", "two words", "one word")]
    [InlineData("Address", "Not good", "Use lower-case")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_saved(string field, string typed, string said)
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Settings mistaken");
        var before = await organiser.CampaignAsync();
        await organiser.OpenAsync("settings");
        organiser.Browser.Fill(field, typed);

        await organiser.Browser.PressAsync("Save");

        Assert.Contains(said, organiser.Browser.ErrorBeside(organiser.Browser.Box(field)), StringComparison.Ordinal);
        Assert.Single(organiser.Browser.Summary);
        Assert.Equal(before.Revision, (await organiser.CampaignAsync()).Revision);
        if (field is not ("Host country" or "First choice"))
        {
            Assert.Equal(typed.Trim(), organiser.Browser.Value(field).Trim());
        }
    }

    [Fact]
    public async Task A_campaign_without_roles_or_channels_is_refused()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Nobody and nothing");
        await organiser.OpenAsync("settings");
        foreach (var place in new[] { "First", "Second", "Third", "Fourth" })
        {
            organiser.Browser.Fill($"{place} choice", "");
        }

        foreach (var channel in new[] { "E-mail", "Web form", "Post", "Phone" })
        {
            organiser.Browser.Untick(channel);
        }

        await organiser.Browser.PressAsync("Save");

        Assert.Equal(["Choose at least one office to write to.", "Allow at least one channel, or no letter can go."], organiser.Browser.Summary);
        Assert.Equal("Allow at least one channel, or no letter can go.", organiser.Browser.ErrorBeside(organiser.Browser.Box("E-mail")));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_what_the_first_changed_and_keeps_what_they_typed()
    {
        using var anna = await Organiser.SignInAsync(Application);
        await anna.MakeCampaignAsync("Two editors");
        using var ben = await anna.ColleagueAsync();
        await anna.OpenAsync("settings");
        await ben.OpenAsync("settings");
        anna.Browser.Fill("Goal", "100");
        anna.Browser.Fill("Hashtag (you may leave it empty)", "Anna");
        await anna.Browser.PressAsync("Save");

        ben.Browser.Fill("Goal", "200");
        ben.Browser.Fill("Sender’s name", "Ben’s name");
        await ben.Browser.PressAsync("Save");

        var said = Visitor.Line(ben.Browser.Page.QuerySelector(".conflict"));
        Assert.Contains($"Not saved yet: {anna.Email.Split('@')[0]} saved at", said, StringComparison.Ordinal);
        Assert.Contains("Goal 100 Theirs; the box still has yours", said, StringComparison.Ordinal);
        Assert.Contains("Hashtag Anna Theirs; it stands in the box", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Sender", said, StringComparison.Ordinal);
        Assert.Equal((100, "Two editors"), ((await anna.CampaignAsync()).Goal, (await anna.CampaignAsync()).SenderName));
        Assert.Equal(("200", "Anna", "Ben’s name"), (ben.Browser.Value("Goal"), ben.Browser.Value("Hashtag (you may leave it empty)"), ben.Browser.Value("Sender’s name")));

        await ben.Browser.PressAsync("Save");

        var campaign = await anna.CampaignAsync();
        Assert.Equal((200, "Anna", "Ben’s name"), (campaign.Goal, campaign.Hashtag, campaign.SenderName));
    }

    [Fact]
    public async Task Who_edits_something_else_of_the_campaign_is_not_in_the_way()
    {
        using var anna = await Organiser.SignInAsync(Application);
        await anna.MakeCampaignAsync("Side by side");
        using var ben = await anna.ColleagueAsync();
        await ben.OpenAsync("settings");
        await anna.OpenAsync("organisations");
        anna.Browser.Fill("Name 1", "River Watch");
        await anna.Browser.PressAsync("Save");

        ben.Browser.Fill("Goal", "300");
        await ben.Browser.PressAsync("Save");

        Assert.Contains("The settings are saved.", ben.Browser.MainText, StringComparison.Ordinal);
        var campaign = await anna.CampaignAsync();
        Assert.Equal((300, "River Watch"), (campaign.Goal, campaign.Organisations.Single().Name));
    }

    [Fact]
    public async Task A_published_campaign_keeps_its_address()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.OpenCampaignAsync("Stays where it is");
        await organiser.OpenAsync("settings");
        Assert.False(organiser.Browser.HasLabel("Address"));

        await organiser.Browser.SendAsync(organiser.Browser.Press("Save").With("Form.Slug", "moved"));

        Assert.Equal("stays-where-it-is", (await organiser.CampaignAsync()).Slug);
    }

    [Fact]
    public async Task Organisations_are_ordered_linked_and_taken_away()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Behind it");
        await organiser.OpenAsync("organisations");
        organiser.Browser.Fill("Name 1", "First");
        organiser.Browser.Fill("Name 2", "Second");
        organiser.Browser.Fill("Link 2", "javascript:alert(1)");
        await organiser.Browser.PressAsync("Save");
        Assert.Contains("Enter the whole address", organiser.Browser.ErrorBeside(organiser.Browser.Box("Link 2")), StringComparison.Ordinal);

        organiser.Browser.Fill("Link 2", "https://second.example/");
        await organiser.Browser.PressAsync("Save");
        var up = organiser.Browser.Page.QuerySelector("button[aria-label='Move up: Second']")!.GetAttribute("formaction")!;
        await organiser.Browser.SendAsync(organiser.Browser.Press("Save") with { Address = up });
        Assert.Equal("Second", organiser.Browser.Value("Name 1"));
        var id = (await organiser.CampaignAsync()).Organisations.Single(o => o.Name == "First").Id;
        await organiser.Browser.PressAsync("Save");

        Assert.Equal([("Second", "https://second.example/"), ("First", "")], (await organiser.CampaignAsync()).Organisations.OrderBy(o => o.Position).Select(o => (o.Name, o.Url)));
        organiser.Browser.Fill("Name 1", "");
        organiser.Browser.Fill("Link 1", "");
        await organiser.Browser.PressAsync("Save");
        Assert.Equal([(id, "First")], (await organiser.CampaignAsync()).Organisations.Select(o => (o.Id, o.Name)));
    }

    [Fact]
    public async Task A_colleague_is_put_on_the_team_and_taken_off_and_the_last_one_stays()
    {
        using var anna = await Organiser.SignInAsync(Application);
        await anna.MakeCampaignAsync("A team");
        using var ben = await Organiser.SignInAsync(Application);
        await anna.OpenAsync("team");
        anna.Browser.Fill("Their e-mail address", "nobody@campaign.example");
        await anna.Browser.PressAsync("Put on the team");
        Assert.Contains("Ask an admin to invite them", anna.Browser.ErrorBeside(anna.Browser.Box("Their e-mail address")), StringComparison.Ordinal);

        anna.Browser.Fill("Their e-mail address", ben.Email);
        await anna.Browser.PressAsync("Put on the team");
        await ben.Browser.OpenAsync($"{anna.Workspace}/settings");
        Assert.Equal("Settings", ben.Browser.Heading);
        await ben.Browser.OpenAsync($"{anna.Workspace}/team");
        await ben.Browser.PressAsync("Leave");
        await ben.Browser.OpenAsync($"{anna.Workspace}/settings");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, ben.Browser.Status);

        await anna.OpenAsync("team");
        await anna.Browser.PressAsync("Leave");
        Assert.Contains("A campaign needs somebody on its team.", anna.Browser.Summary[0], StringComparison.Ordinal);
    }
}

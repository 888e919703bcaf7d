using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Organise.Wording;

public sealed class WordingTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private TestApplication Application => running.Application;

    [Fact]
    public async Task The_story_is_previewed_as_markdown_without_being_saved_and_nothing_in_it_is_run()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("A story");
        await organiser.OpenAsync("texts/en");
        organiser.Browser.Fill("Story", "## Why\n\n<script>alert(1)</script> [good](https://example.org/) [bad](javascript:alert(1))");

        await organiser.Browser.PressAsync("Preview the story");

        var shown = organiser.Browser.Page.QuerySelector("aside .prose")!;
        Assert.Equal("Why", shown.QuerySelector("h2")!.TextContent);
        Assert.Null(shown.QuerySelector("script"));
        Assert.Equal(["https://example.org/", ""], shown.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.StartsWith("## Why", organiser.Browser.Value("Story"), StringComparison.Ordinal);
        Assert.Equal("", (await organiser.CampaignAsync()).TextFor("en").Story);
        await organiser.Browser.PressAsync("Save");
        Assert.StartsWith("## Why", (await organiser.CampaignAsync()).TextFor("en").Story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_consent_wording_is_another_version_and_other_changes_are_not()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Consenting");
        await organiser.OpenAsync("texts/en");
        organiser.Browser.Fill("Summary", "Short.");
        await organiser.Browser.PressAsync("Save");
        Assert.Equal("2026-11-22-1", (await organiser.CampaignAsync()).ConsentVersion);

        organiser.Browser.Fill("Consent", "I agree.");
        await organiser.Browser.PressAsync("Save");

        var campaign = await organiser.CampaignAsync();
        Assert.Equal(("2026-11-22-2", "I agree.", "Short."), (campaign.ConsentVersion, campaign.TextFor("en").ConsentWording, campaign.TextFor("en").Summary));
    }

    [Theory]
    [InlineData("Title", "", "Enter a title")]
    [InlineData("Name of the event", "", "Enter the name of the event")]
    [InlineData("Phone script (you may leave it empty)", "Hello {{ contact.offise }}", "Line 1, column ")]
    public async Task What_is_wrong_is_said_beside_its_field_and_nothing_is_saved(string field, string typed, string said)
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Texts mistaken");
        await organiser.OpenAsync("texts/en");
        organiser.Browser.Fill("Summary", "What I typed.");
        organiser.Browser.Fill(field, typed);

        await organiser.Browser.PressAsync("Save");

        Assert.Contains(said, organiser.Browser.ErrorBeside(organiser.Browser.Box(field)), StringComparison.Ordinal);
        Assert.Equal(("What I typed.", typed), (organiser.Browser.Value("Summary").Trim(), organiser.Browser.Value(field).Trim()));
        Assert.Equal("", (await organiser.CampaignAsync()).TextFor("en").Summary);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_in_figures()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Long texts");
        await organiser.OpenAsync("texts/en");
        organiser.Browser.Fill("Summary", new string('a', 501));

        await organiser.Browser.PressAsync("Save");

        Assert.Equal("At most 500 characters; these are 501.", organiser.Browser.ErrorBeside(organiser.Browser.Box("Summary")));
    }

    [Fact]
    public async Task A_language_begins_with_the_sources_texts_and_its_own_consent_and_goes_again()
    {
        using var organiser = await Organiser.SignInAsync(Application);
        await organiser.MakeCampaignAsync("Many tongues");
        await organiser.OpenAsync("texts");
        organiser.Browser.Fill("Language", "French (fr)");
        await organiser.Browser.PressAsync("Add the language");

        Assert.EndsWith("/texts/fr", organiser.Browser.Address, StringComparison.Ordinal);
        Assert.Equal("Many tongues", organiser.Browser.Value("Title"));
        Assert.StartsWith("J’accepte que", organiser.Browser.Value("Consent").Trim(), StringComparison.Ordinal);
        organiser.Browser.Fill("Title", "Plusieurs langues");
        await organiser.Browser.PressAsync("Save");
        await organiser.OpenAsync("preview/fr");
        Assert.Equal("Plusieurs langues", organiser.Browser.Heading);
        Assert.StartsWith("/fr/organise/", organiser.Browser.Address, StringComparison.Ordinal);
        await organiser.OpenAsync("texts");
        organiser.Browser.Fill("Language", "fr");
        await organiser.Browser.PressAsync("Add the language");
        Assert.Contains("There are French texts already", organiser.Browser.ErrorBeside(organiser.Browser.Box("Language")), StringComparison.Ordinal);

        await organiser.OpenAsync("texts/fr");
        await organiser.Browser.PressAsync("Remove the French texts");

        Assert.Equal(["en"], (await organiser.CampaignAsync()).Texts.Select(t => t.Language));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_loses_nothing()
    {
        using var anna = await Organiser.SignInAsync(Application);
        await anna.MakeCampaignAsync("Two writers");
        using var ben = await anna.ColleagueAsync();
        await anna.OpenAsync("texts/en");
        await ben.OpenAsync("texts/en");
        anna.Browser.Fill("Story", "Anna's story.");
        await anna.Browser.PressAsync("Save");

        ben.Browser.Fill("Story", "Ben's story.");
        ben.Browser.Fill("Summary", "Ben's summary.");
        await ben.Browser.PressAsync("Save");

        Assert.Contains("Anna's story. Theirs; the box still has yours", Visitor.Line(ben.Browser.Page.QuerySelector(".conflict")), StringComparison.Ordinal);
        Assert.Equal("Anna's story.\n", (await anna.CampaignAsync()).TextFor("en").Story);
        await ben.Browser.PressAsync("Save");
        var text = (await anna.CampaignAsync()).TextFor("en");
        Assert.Equal(("Ben's story.\n", "Ben's summary.", ben.Email.Split('@')[0]), (text.Story, text.Summary, text.EditedBy));
    }

    [Fact]
    public async Task What_an_organiser_edits_the_seeding_leaves_alone()
    {
        await using var application = new TestApplication();
        var id = (await application.WithDatabaseAsync(db => Task.FromResult(db.Campaigns.Single()))).Id;
        using var organiser = await Organiser.SignInAsync(application, id);
        await organiser.OpenAsync("settings");
        organiser.Browser.Fill("Goal", "77");
        await organiser.Browser.PressAsync("Save");
        using var folder = new Tests.Campaigns.Seeding.SampleCampaign();
        folder.Change("campaign.md", "goal: 5000", "goal: 6000");

        await application.Service<LobbyKit.Web.Campaigns.Seeding.CampaignSeed>().RunAsync(folder.Parent, CancellationToken.None);

        Assert.Equal(77, (await organiser.CampaignAsync()).Goal);
    }
}

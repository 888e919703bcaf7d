using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Campaigns.Seeding;

/// <summary>What a start makes of the campaigns' folder, over a database that people have worked in.</summary>
public sealed class CampaignSeedTests : IDisposable
{
    private readonly TestApplication application = new();
    private readonly SampleCampaign folder = new();

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        var before = await DescribeAsync();

        await SeedAsync();

        Assert.Equal(before, await DescribeAsync());
        Assert.Single(application.LogLines, line => line.Contains("Seeded campaigns", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_campaign_that_nobody_touched_follows_its_files()
    {
        folder.Change("campaign.md", "goal: 5000", "goal: 6000");
        folder.Change("campaign.md", "title: Keep Hope Alive", "title: Hope");

        await SeedAsync();

        var campaign = await CampaignAsync();
        Assert.Equal((6000, "Hope"), (campaign.Goal, campaign.TextFor("en").Title));
        Assert.Equal(3, campaign.Texts.Count);
        Assert.Equal(7, campaign.Organisations.Count);
    }

    [Fact]
    public async Task A_campaign_that_an_organiser_edited_stays_as_the_organiser_left_it()
    {
        await application.ChangeDatabaseAsync(async db => (await db.Campaigns.Include(c => c.Texts).SingleAsync()).TextFor("en").Summary = "Edited.");
        folder.Change("campaign.md", "goal: 5000", "goal: 6000");

        await SeedAsync();

        var campaign = await CampaignAsync();
        Assert.Equal((5000, "Edited."), (campaign.Goal, campaign.TextFor("en").Summary));
    }

    [Fact]
    public async Task A_changed_letter_is_a_new_version_and_the_old_one_stays()
    {
        var old = (await CampaignAsync()).LetterTemplates.Single(t => t.Language == "de").Versions.Single();
        File.AppendAllText(folder.GermanLetter, "\nEin Nachsatz.\n");

        await SeedAsync();
        await SeedAsync();

        var template = (await CampaignAsync()).LetterTemplates.Single(t => t.Language == "de");
        Assert.Equal((2, 2), (template.PublishedNumber, template.Versions.Count));
        Assert.Equal((old.Id, old.Body), template.Versions.Where(v => v.Number == 1).Select(v => (v.Id, v.Body)).Single());
        Assert.EndsWith("Ein Nachsatz.\n", template.Versions.Single(v => v.Number == 2).Body, StringComparison.Ordinal);
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();
        Assert.EndsWith("Ein Nachsatz.\n", writer.ShownBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_changed_after_it_was_checked_is_shown_again()
    {
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();
        File.AppendAllText(folder.GermanLetter, "\nEin Nachsatz.\n");
        await SeedAsync();

        await writer.Browser.PressAsync(LetterWriter.SendButton);

        Assert.Contains("The letter has changed since you checked it", writer.Browser.MainText, StringComparison.Ordinal);
        Assert.Contains("Ein Nachsatz.", writer.ShownBody, StringComparison.Ordinal);
        await writer.Browser.PressAsync(LetterWriter.SendButton);
        writer.RememberReceipt();
    }

    [Fact]
    public async Task A_letter_whose_file_is_gone_is_published_no_more()
    {
        File.Delete(folder.GermanLetter);

        await SeedAsync();

        var template = (await CampaignAsync()).LetterTemplates.Single(t => t.Language == "de");
        Assert.Null(template.PublishedNumber);
        Assert.Single(template.Versions);
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();
        Assert.Equal("en", writer.ShownLanguage);
    }

    [Fact]
    public async Task A_letter_for_one_country_comes_before_the_one_for_all()
    {
        File.WriteAllText(
            Path.Combine(folder.Path, "letters", "de@AT.scriban"), "---\nsubject: 'Servus'\n---\nFür Österreich: {{ supporter.name }}\n");

        await SeedAsync();

        using var austrian = new LetterWriter(application);
        await austrian.CheckAsync("AT");
        Assert.Equal(("Servus", $"Für Österreich: {austrian.Supporter.Name}\n"), (austrian.ShownSubject, austrian.ShownBody));
        using var german = new LetterWriter(application);
        await german.CheckAsync("DE");
        Assert.NotEqual("Servus", german.ShownSubject);
    }

    [Fact]
    public async Task A_refused_campaign_leaves_the_database_as_it_was()
    {
        var before = await DescribeAsync();
        folder.Change("campaign.md", "goal: 5000", "goal: 7000");
        File.WriteAllText(folder.GermanLetter, "---\nsubject: 'Betreff'\n---\n{{ nonsense }}\n");

        await Assert.ThrowsAsync<InvalidDataException>(SeedAsync);

        Assert.Equal(before, await DescribeAsync());
    }

    public void Dispose()
    {
        application.Dispose();
        folder.Dispose();
    }

    private Task SeedAsync() => application.Service<CampaignSeed>().RunAsync(folder.Parent, CancellationToken.None);

    private Task<Campaign> CampaignAsync() => application.WithDatabaseAsync(db => db.Campaigns.AsNoTracking()
        .Include(c => c.Texts).Include(c => c.Organisations).Include(c => c.LetterTemplates).ThenInclude(t => t.Versions).SingleAsync());

    private async Task<string> DescribeAsync() => System.Text.Json.JsonSerializer.Serialize(await CampaignAsync());
}

using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Campaigns.Seeding;

/// <summary>What a start makes of the campaigns' folder, over a database that people have worked in.</summary>
public sealed class CampaignSeedTests : IDisposable
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "data/campaigns/keep-hope-alive");

    private readonly TestApplication application = new();
    private readonly string folder;

    public CampaignSeedTests()
    {
        _ = application.Address;
        folder = Path.Combine(application.Folder, "campaigns");
        foreach (var file in Directory.EnumerateFiles(Sample, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, "keep-hope-alive", Path.GetRelativePath(Sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string CampaignFile => Path.Combine(folder, "keep-hope-alive", "campaign.md");

    private string GermanLetter => Path.Combine(folder, "keep-hope-alive", "letters", "de.scriban");

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
        Change(CampaignFile, "goal: 5000", "goal: 6000");
        Change(CampaignFile, "title: Keep Hope Alive", "title: Hope");

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
        Change(CampaignFile, "goal: 5000", "goal: 6000");

        await SeedAsync();

        var campaign = await CampaignAsync();
        Assert.Equal((5000, "Edited."), (campaign.Goal, campaign.TextFor("en").Summary));
    }

    [Fact]
    public async Task A_changed_letter_is_a_new_version_and_the_old_one_stays()
    {
        var old = (await CampaignAsync()).LetterTemplates.Single(t => t.Language == "de").Versions.Single();
        File.AppendAllText(GermanLetter, "\nEin Nachsatz.\n");

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
        File.AppendAllText(GermanLetter, "\nEin Nachsatz.\n");
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
        File.Delete(GermanLetter);

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
            Path.Combine(folder, "keep-hope-alive", "letters", "de@AT.scriban"), "---\nsubject: 'Servus'\n---\nFür Österreich: {{ supporter.name }}\n");

        await SeedAsync();

        using var austrian = new LetterWriter(application);
        await austrian.CheckAsync("AT");
        Assert.Equal(("Servus", $"Für Österreich: {austrian.Supporter.Name}\n"), (austrian.ShownSubject, austrian.ShownBody));
        using var german = new LetterWriter(application);
        await german.CheckAsync("DE");
        Assert.NotEqual("Servus", german.ShownSubject);
    }

    [Theory]
    [InlineData("goal: 5000", "goal: many", "campaign.md, line ")]
    [InlineData("goal: 5000", "gaol: 5000", "gaol")]
    [InlineData("opens: 2026-11-01", "opens: soon", "campaign.md")]
    [InlineData("time_zone: America/New_York", "time_zone: Moon/Base", "Moon/Base")]
    [InlineData("head_of_government, ", "king, ", "king")]
    [InlineData("slug: keep-hope-alive", "slug: ''", "slug")]
    [InlineData("slug: keep-hope-alive", "slug: Keep Hope", "slug")]
    [InlineData("accent: \"#1d4e5f\"", "accent: \"red; }\"", "accent")]
    [InlineData("title: Keep Hope Alive", "title: ''", "title")]
    [InlineData("roles: [head_of_government, head_of_state, institution_head, foreign_minister]", "roles: []", "roles")]
    [InlineData("consent_version: \"2026-11-1\"", "consent_version: ''", "consent_version")]
    [InlineData("closes: 2026-12-13", "closes: 2026-10-13", "closes")]
    public async Task A_campaign_that_is_not_right_is_refused_in_words_that_name_file_and_reason(string before, string after, string named)
    {
        Change(CampaignFile, before, after);

        var problem = await Assert.ThrowsAsync<InvalidDataException>(SeedAsync);

        Assert.Contains("campaign.md", problem.Message, StringComparison.Ordinal);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("letters/en.scriban", "letters/en.scriban is not there")]
    [InlineData("campaign.md", "campaign.md is not there")]
    public async Task A_campaign_that_lacks_a_file_is_refused(string file, string message)
    {
        File.Delete(Path.Combine(folder, "keep-hope-alive", file));

        var problem = await Assert.ThrowsAsync<InvalidDataException>(SeedAsync);

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_in_no_language_is_refused()
    {
        File.Copy(GermanLetter, GermanLetter.Replace("de.scriban", "german!.scriban", StringComparison.Ordinal));

        var problem = await Assert.ThrowsAsync<InvalidDataException>(SeedAsync);

        Assert.Contains("\"german!\" is no language tag", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_script_that_does_not_parse_is_refused()
    {
        Change(CampaignFile, "{{ event.place }}. {{ if", "{{ event.plaice }}. {{ if");

        var problem = await Assert.ThrowsAsync<InvalidDataException>(SeedAsync);

        Assert.Contains("campaign.md: phone_script, line ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_does_not_parse_is_refused_by_file_line_and_column()
    {
        File.WriteAllText(GermanLetter, "---\nsubject: 'Betreff'\n---\nGuten Tag,\n{{ supporter.nmae }}\n");

        var problem = await Assert.ThrowsAsync<InvalidDataException>(SeedAsync);

        Assert.Contains("de.scriban", problem.Message, StringComparison.Ordinal);
        Assert.Contains("line 5, column 4", problem.Message, StringComparison.Ordinal);
        Assert.Contains("nmae", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Guten Tag", "---")]
    [InlineData("---\nsubject: ''\n---\nGuten Tag", "subject")]
    [InlineData("---\nsubject: 'Betreff'\n---\n", "empty")]
    public async Task A_letter_without_subject_or_text_is_refused(string text, string named)
    {
        File.WriteAllText(GermanLetter, text);

        var problem = await Assert.ThrowsAsync<InvalidDataException>(SeedAsync);

        Assert.Contains("de.scriban", problem.Message, StringComparison.Ordinal);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_campaign_leaves_the_database_as_it_was()
    {
        var before = await DescribeAsync();
        Change(CampaignFile, "goal: 5000", "goal: 7000");
        File.WriteAllText(GermanLetter, "---\nsubject: 'Betreff'\n---\n{{ nonsense }}\n");

        await Assert.ThrowsAsync<InvalidDataException>(SeedAsync);

        Assert.Equal(before, await DescribeAsync());
    }

    public void Dispose() => application.Dispose();

    private static void Change(string file, string before, string after)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(before, after, StringComparison.Ordinal));
    }

    private Task SeedAsync() => application.Service<CampaignSeed>().RunAsync(folder, CancellationToken.None);

    private Task<Campaign> CampaignAsync() => application.WithDatabaseAsync(db => db.Campaigns.AsNoTracking()
        .Include(c => c.Texts).Include(c => c.Organisations).Include(c => c.LetterTemplates).ThenInclude(t => t.Versions).SingleAsync());

    private async Task<string> DescribeAsync() => System.Text.Json.JsonSerializer.Serialize(await CampaignAsync());
}

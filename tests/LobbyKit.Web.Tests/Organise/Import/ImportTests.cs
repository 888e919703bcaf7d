using System.Net;
using System.Text;
using System.Text.Json;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Exchange;
using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Tests.Accounts;
using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Campaigns.Exchange;
using LobbyKit.Web.Tests.Campaigns.Images;
using LobbyKit.Web.Tests.Organise.Images;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Organise.Import;

/// <summary>A campaign leaves one installation as a file and comes into another.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private const string Import = "/en/organise/import";
    private const string Check = "/en/organise/import/check";

    private readonly TestApplication application = new();
    private HttpClient browser = null!;
    private int accountId;
    private int seededId;

    [Fact]
    public async Task A_campaign_with_pictures_goes_out_and_comes_in_as_a_draft_that_goes_out_the_same()
    {
        var pictures = $"/en/organise/campaigns/{seededId}/images";
        var organisation = await application.WithDatabaseAsync(db => db.Set<CampaignOrganisation>().OrderBy(o => o.Position).FirstAsync());
        await browser.UploadAsync(pictures, TestImages.JpegWithNotes(6), fields: [("Alternative", "Candles"), ("Use", "picture")]);
        await browser.UploadAsync(pictures, TestImages.Png(), fields: [("Alternative", "A logo"), ("Use", $"logo-{organisation.Id}")]);
        var zip = await ExportAsync(seededId);
        // The original steps aside, so that the copy can have its address.
        await application.ChangeDatabaseAsync(async db => (await db.Campaigns.SingleAsync()).Slug = "the-original");

        var shown = await browser.FollowAsync(await browser.UploadAsync(Import, zip, "campaign.zip"));
        Assert.Equal(1, await application.WithDatabaseAsync(db => db.Campaigns.CountAsync()));
        var made = await browser.SubmitAsync(Check, null, ("Slug", "keep-hope-alive"));

        foreach (var word in new[] { "Keep Hope Alive", "English, Arabic, French", "German letter", "Candles (JPEG, 16 × 32", "ARTICLE 19", "Nothing is made yet." })
        {
            Assert.Contains(word, shown.Words(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var copy = await CampaignAsync("keep-hope-alive");
        var original = await CampaignAsync("the-original");
        Assert.Equal(CampaignState.Draft, copy.State);
        Assert.Equal(zip, await ExportAsync(copy.Id));
        copy.State = original.State;
        Assert.Equal(CampaignFingerprint.Of(original), CampaignFingerprint.Of(copy));
        Assert.True(await application.WithDatabaseAsync(db => db.CampaignMembers.AnyAsync(m => m.CampaignId == copy.Id && m.AccountId == accountId)));
        Assert.Equal(0, await application.WithDatabaseAsync(db => db.PendingImports.CountAsync()));
    }

    [Fact]
    public async Task An_export_is_a_download_without_anybody_in_it()
    {
        using var answer = await browser.GetAsync($"/en/organise/campaigns/{seededId}/export");

        var text = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("keep-hope-alive.zip", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.DoesNotContain("anna", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("keep-hope-alive/letters/de.scriban", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_address_is_said_and_a_free_one_offered()
    {
        var shown = await browser.FollowAsync(await browser.UploadAsync(Import, TestZip.Sample().Zip()));

        var taken = await (await browser.SubmitAsync(Check, null, ("Slug", "keep-hope-alive"))).PageAsync();
        var wrong = await (await browser.SubmitAsync(Check, null, ("Slug", "Keep Hope"))).PageAsync();

        Assert.Equal("keep-hope-alive-2", shown.GetElementById("Slug")!.GetAttribute("value"));
        Assert.Contains("“keep-hope-alive-2” is free", taken.ErrorOf("Slug"), StringComparison.Ordinal);
        Assert.Equal("Keep Hope", wrong.GetElementById("Slug")!.GetAttribute("value"));
        Assert.Contains("lower-case letters", wrong.ErrorOf("Slug"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(Check, null, ("Slug", "keep-hope-alive-2"))).StatusCode);
        Assert.NotNull(await CampaignAsync("keep-hope-alive-2"));
    }

    [Fact]
    public async Task A_hostile_file_is_refused_whole_in_words_and_nothing_is_written()
    {
        var before = await DescribeAsync();
        byte[][] hostile =
        [
            TestZip.Sample().With("../../evil.md", "x").Zip(),
            TestZip.Sample().With($"{TestZip.Slug}/letters/de.scriban", new byte[20 * 1024 * 1024]).Zip(),
            TestZip.Sample().With($"{TestZip.Slug}/images/a.png", "<script>"u8.ToArray()).Zip(),
            TestZip.Sample().Changed($"{TestZip.Slug}/campaign.md", "goal: 5000", "goal: many").Zip(),
            "not a zip"u8.ToArray(),
        ];
        foreach (var zip in hostile)
        {
            var page = await (await browser.UploadAsync(Import, zip)).PageAsync();
            Assert.Contains("Nothing was imported", page.ErrorOf("Upload"), StringComparison.Ordinal);
            Assert.NotEmpty(page.QuerySelectorAll(".problems li"));
        }

        Assert.Equal(before, await DescribeAsync());
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_answered_with_the_page()
    {
        var page = await browser.FollowAsync(await browser.UploadAsync(Import, new byte[20 * 1024 * 1024]));

        Assert.Contains("it can have 16 MB", page.ErrorOf("Upload"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_still_to_be_done_is_named_by_file_and_line()
    {
        var zip = TestZip.Sample().With($"{TestZip.Slug}/letters/de.scriban", "---\nsubject: 'Betreff'\n---\nGuten Tag,\n{{ supporter.nmae }}\n").Zip();

        var shown = await browser.FollowAsync(await browser.UploadAsync(Import, zip));

        Assert.Contains("letters/de.scriban, line 5, column 4", shown.Words(), StringComparison.Ordinal);
        Assert.Contains("German letter, not published", shown.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_waits_sealed_for_an_hour_for_one_account_and_makes_one_campaign()
    {
        await application.AddAccountAsync(AccountRoles.Organiser, "other@campaign.example");
        using var other = await application.SignInAsync("other@campaign.example");
        await browser.UploadAsync(Import, TestZip.Sample().Zip());
        var kept = (await application.WithDatabaseAsync(db => db.PendingImports.SingleAsync())).SealedZip;

        Assert.True(kept.AsSpan().IndexOf("campaign.md"u8) < 0, "The file can be read in the database.");
        Assert.Contains("tooOld", (await other.GetAsync(Check)).Headers.Location!.ToString(), StringComparison.Ordinal);

        var token = (await browser.OpenAsync(Check)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var presses = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Slug"] = $"copy-{i}", ["__RequestVerificationToken"] = token });
            return (await browser.PostAsync(Check, form)).StatusCode;
        }));
        Assert.All(presses, status => Assert.Equal(HttpStatusCode.Redirect, status));
        Assert.Equal(2, await application.WithDatabaseAsync(db => db.Campaigns.CountAsync()));

        await browser.UploadAsync(Import, TestZip.Sample().Zip());
        application.Clock.Advance(CampaignImport.Lasts + TimeSpan.FromSeconds(1));
        var late = await browser.FollowAsync(await browser.GetAsync(Check));
        Assert.Contains("There is no file any more", late.ErrorOf("Upload"), StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        seededId = await application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());
        accountId = (await application.AddAccountAsync(AccountRoles.Organiser, "anna@campaign.example", seededId)).Id;
        browser = await application.SignInAsync("anna@campaign.example");
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await application.DisposeAsync();
    }

    private async Task<byte[]> ExportAsync(int id) => await browser.GetByteArrayAsync($"/en/organise/campaigns/{id}/export");

    private Task<Campaign> CampaignAsync(string slug) => application.WithDatabaseAsync(db => db.Campaigns.AsNoTracking()
        .Include(c => c.Texts).Include(c => c.Organisations).Include(c => c.LetterTemplates).ThenInclude(t => t.Versions)
        .Include(c => c.Images).ThenInclude(i => i.Texts).AsSplitQuery().SingleAsync(c => c.Slug == slug));

    private Task<string> DescribeAsync() => application.WithDatabaseAsync(async db => JsonSerializer.Serialize(new
    {
        Campaigns = await db.Campaigns.AsNoTracking().Include(c => c.Texts).ToListAsync(),
        Letters = await db.LetterTemplateVersions.CountAsync(),
        Images = await db.CampaignImages.CountAsync(),
        Members = await db.CampaignMembers.CountAsync(),
        Waiting = await db.PendingImports.CountAsync(),
    }));
}

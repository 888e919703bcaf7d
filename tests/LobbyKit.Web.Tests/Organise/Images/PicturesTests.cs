using System.Net;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Tests.Accounts;
using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Campaigns.Images;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Organise.Images;

/// <summary>Pictures from upload to appeal. Each test has a picture of its own, since they share a campaign.</summary>
public sealed class PicturesTests(PicturesTests.Desk desk) : IClassFixture<PicturesTests.Desk>
{
    private const string Alternative = "People hold candles in front of a court";

    private string Pictures => $"/en/organise/campaigns/{desk.CampaignId}/images";

    [Fact]
    public async Task A_picture_is_stored_without_its_notes_and_shown_on_the_appeal()
    {
        var answer = await desk.Browser.UploadAsync(Pictures, TestImages.JpegWithNotes(6), "../../evil.php", ("Alternative", Alternative), ("Use", "picture"));

        Assert.Contains("The picture is added.", (await desk.Browser.FollowAsync(answer)).Words(), StringComparison.Ordinal);
        var image = await desk.ImageAsync(Alternative);
        Assert.False(TestImages.HasSecret(image.Bytes));
        Assert.Equal((ImageType.Jpeg, 16, 32), (image.Type, image.Width, image.Height));
        using var supporter = desk.Application.NewClient();
        var shown = (await supporter.OpenAsync("/fr/campaigns/keep-hope-alive")).QuerySelector("img.picture")!;
        Assert.Equal(("16", "32", "lazy", Alternative, "en"), (shown.GetAttribute("width")!, shown.GetAttribute("height")!, shown.GetAttribute("loading")!, shown.GetAttribute("alt")!, shown.GetAttribute("lang")!));
        using var sent = await supporter.GetAsync(shown.GetAttribute("src"));
        Assert.Equal(image.Bytes, await sent.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", sent.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline; filename=picture.jpg", sent.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", sent.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", sent.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; sandbox", sent.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Empty(sent.Headers.Vary);
        using var again = new HttpRequestMessage(HttpMethod.Get, shown.GetAttribute("src"));
        again.Headers.IfNoneMatch.Add(sent.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await supporter.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_logo_stands_beside_the_name_of_its_organisation_and_a_deleted_one_nowhere()
    {
        var organisation = await desk.Application.WithDatabaseAsync(db => db.Set<CampaignOrganisation>().OrderBy(o => o.Position).FirstAsync());
        await desk.Browser.UploadAsync(Pictures, TestImages.Png(shade: 1), fields: [("Alternative", "A logo"), ("Use", $"logo-{organisation.Id}")]);
        var image = await desk.ImageAsync("A logo");
        using var supporter = desk.Application.NewClient();

        var logo = (await supporter.OpenAsync(TestApplication.Campaign)).QuerySelector(".behind li img")!;
        var question = await desk.Browser.OpenAsync($"{Pictures}/{image.Id}/delete");
        var stillThere = await supporter.GetAsync(logo.GetAttribute("src"));
        await desk.Browser.SubmitAsync($"{Pictures}/{image.Id}/delete", null);

        Assert.Contains(organisation.Name, logo.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", logo.GetAttribute("alt"));
        Assert.Contains($"Logo of {organisation.Name}", question.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, stillThere.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await supporter.GetAsync(logo.GetAttribute("src"))).StatusCode);
        Assert.Null((await supporter.OpenAsync(TestApplication.Campaign)).QuerySelector(".behind li img"));
        Assert.Equal("", await desk.Application.WithDatabaseAsync(db => db.Set<CampaignOrganisation>().Where(o => o.Id == organisation.Id).Select(o => o.LogoHash).SingleAsync()));
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_beside_the_field_and_nothing_is_stored()
    {
        var before = await desk.CountAsync();

        var page = await (await desk.Browser.UploadAsync(Pictures, "<svg onload='alert(1)'/>"u8.ToArray(), "logo.png", ("Alternative", "Kept words"))).PageAsync();

        Assert.Contains("This is no PNG, JPEG or WebP picture", page.ErrorOf("Upload"), StringComparison.Ordinal);
        Assert.Equal("Kept words", page.GetElementById("Alternative")!.GetAttribute("value"));
        Assert.Equal(before, await desk.CountAsync());
    }

    [Fact]
    public async Task A_picture_without_a_text_is_not_taken()
    {
        var before = await desk.CountAsync();

        var page = await (await desk.Browser.UploadAsync(Pictures, TestImages.Png(shade: 2), fields: [("Alternative", " ")])).PageAsync();

        Assert.Contains("for those who cannot see it", page.ErrorOf("Alternative"), StringComparison.Ordinal);
        Assert.Contains("Choose the picture again", page.ErrorOf("Upload"), StringComparison.Ordinal);
        Assert.Equal(before, await desk.CountAsync());
    }

    [Theory]
    [InlineData(3, "It has 3 MB")]
    [InlineData(20, "The picture is too large")]
    [InlineData(60, "The picture is too large")]
    public async Task What_is_too_large_is_answered_with_the_page(int megabytes, string named)
    {
        var answer = await desk.Browser.UploadAsync(Pictures, new byte[megabytes * 1024 * 1024], fields: [("Alternative", "Large")]);

        var page = await desk.Browser.FollowAsync(answer);
        Assert.Contains(named, page.ErrorOf("Upload"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_picture_twice_and_one_too_many_are_refused()
    {
        await using var application = new TestApplication();
        var id = await application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());
        await application.AddAccountAsync(AccountRoles.Organiser, "ben@campaign.example", id);
        using var browser = await application.SignInAsync("ben@campaign.example");
        var pictures = $"/en/organise/campaigns/{id}/images";
        for (var i = 0; i < ImageLimits.PerCampaign; i++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await browser.UploadAsync(pictures, TestImages.Png(shade: (byte)i), fields: [("Alternative", $"Number {i}")])).StatusCode);
        }

        var twice = await (await browser.UploadAsync(pictures, TestImages.Png(shade: 0), fields: [("Alternative", "Again")])).PageAsync();
        var tooMany = await (await browser.UploadAsync(pictures, TestImages.Png(shade: 99), fields: [("Alternative", "More")])).PageAsync();

        Assert.Contains("has this picture already", twice.ErrorOf("Upload"), StringComparison.Ordinal);
        Assert.Contains("12 pictures, as many as it can", tooMany.ErrorOf("Upload"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_change_a_text_the_second_is_told_and_loses_nothing()
    {
        await desk.Browser.UploadAsync(Pictures, TestImages.Png(shade: 3), fields: [("Alternative", "First text")]);
        var page = $"{Pictures}/{(await desk.ImageAsync("First text")).Id}";
        await desk.Browser.SubmitAsync(page, null, ("Revision", "0"), ("Alternatives[en]", "Ben’s text"), ("Alternatives[fr]", "Le texte"));

        var second = await (await desk.Browser.SubmitAsync(page, null, ("Revision", "0"), ("Alternatives[en]", "Anna’s text"), ("Alternatives[fr]", "Le texte"))).PageAsync();
        var revision = second.QuerySelector("input[name=Revision]")!.GetAttribute("value")!;
        await desk.Browser.SubmitAsync(page, null, ("Revision", revision), ("Alternatives[en]", "Anna’s text"), ("Alternatives[fr]", "Le texte"));

        Assert.Contains("Somebody else changed this picture", second.Words(), StringComparison.Ordinal);
        Assert.Contains("Ben’s text", second.Words(), StringComparison.Ordinal);
        Assert.Equal("Anna’s text", second.QuerySelector("input[lang=en]")!.GetAttribute("value"));
        var texts = (await desk.ImageAsync("Anna’s text")).Texts.Select(t => (t.Language, t.Alternative)).Order();
        Assert.Equal([("en", "Anna’s text"), ("fr", "Le texte")], texts);
    }

    [Fact]
    public async Task A_text_that_is_taken_away_is_asked_for()
    {
        await desk.Browser.UploadAsync(Pictures, TestImages.Png(shade: 4), fields: [("Alternative", "Fourth text")]);

        var page = await (await desk.Browser.SubmitAsync($"{Pictures}/{(await desk.ImageAsync("Fourth text")).Id}", null, ("Revision", "0"), ("Alternatives[en]", ""))).PageAsync();

        Assert.Contains("Say what is in the picture", page.ErrorOf("Alternatives_en_"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_gets_at_the_pictures_of_a_draft()
    {
        await using var application = new TestApplication();
        var id = await application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());
        await application.AddAccountAsync(AccountRoles.Organiser, "anna@campaign.example", id);
        await application.AddAccountAsync(AccountRoles.Organiser, "other@campaign.example");
        await application.ChangeDatabaseAsync(async db => (await db.Campaigns.SingleAsync()).State = CampaignState.Draft);
        using var team = await application.SignInAsync("anna@campaign.example");
        using var other = await application.SignInAsync("other@campaign.example");
        using var stranger = application.NewClient();
        var pictures = $"/en/organise/campaigns/{id}/images";
        await team.UploadAsync(pictures, TestImages.WebPWithNotes(), fields: [("Alternative", "A draft’s picture")]);
        var address = (await team.OpenAsync(pictures)).QuerySelector(".thumbnail")!.GetAttribute("src");

        using var own = await team.GetAsync(address);

        Assert.Equal((HttpStatusCode.OK, "image/webp", "no-store, private"), (own.StatusCode, own.Content.Headers.ContentType!.ToString(), own.Headers.CacheControl!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(pictures)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/en/organise/campaigns/{id}/export")).StatusCode);
    }

    public sealed class Desk : IAsyncLifetime
    {
        public TestApplication Application { get; } = new();

        public HttpClient Browser { get; private set; } = null!;

        public int CampaignId { get; private set; }

        public async Task InitializeAsync()
        {
            CampaignId = await Application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());
            await Application.AddAccountAsync(AccountRoles.Organiser, "anna@campaign.example", CampaignId);
            Browser = await Application.SignInAsync("anna@campaign.example");
        }

        public Task<CampaignImage> ImageAsync(string alternative) =>
            Application.WithDatabaseAsync(db => db.CampaignImages.Include(i => i.Texts).SingleAsync(i => i.Texts.Any(t => t.Alternative == alternative)));

        public Task<int> CountAsync() => Application.WithDatabaseAsync(db => db.CampaignImages.CountAsync());

        public async Task DisposeAsync()
        {
            Browser.Dispose();
            await Application.DisposeAsync();
        }
    }
}

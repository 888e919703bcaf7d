using System.Net;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Tests.Organise.Letters;

public sealed class VersionsTests
{
    [Fact]
    public async Task Two_versions_stand_side_by_side_and_an_old_one_comes_back_as_a_new_one()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var editor = await desk.EditorAsync("en");
        var first = (await desk.LetterAsync("en")).Versions[0];
        await desk.SubmitAsync(editor, "", ("Form.Body", first.Body.Replace("Respectfully yours,", "With respect,", StringComparison.Ordinal)));

        var compared = await desk.ReadAsync($"{editor}/versions?from=1&to=2");
        await desk.SubmitAsync($"{editor}/versions", "Restore", ("number", "1"));

        Assert.Contains(compared.QuerySelectorAll("del"), e => e.TextContent.Contains("Respectfully", StringComparison.Ordinal));
        Assert.Contains(compared.QuerySelectorAll("ins"), e => e.TextContent.Contains("With", StringComparison.Ordinal));
        var versions = (await desk.LetterAsync("en")).Versions;
        Assert.Equal(3, versions.Count);
        Assert.Equal((first.Body, "Version 1 restored"), (versions[2].Body, versions[2].Note));
    }

    [Fact]
    public async Task A_version_with_problems_is_never_published()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var editor = await desk.EditorAsync("en");
        await desk.SubmitAsync(editor, "", ("Form.Body", "{{ nothing }}"));

        var answer = await desk.SubmitAsync($"{editor}/versions", "Publish", ("number", "2"));

        Assert.Contains("was not published", LetterDesk.Words(answer), StringComparison.Ordinal);
        Assert.Equal(1, (await desk.LetterAsync("en")).PublishedNumber);
    }

    [Fact]
    public async Task The_list_counts_the_letters_that_each_version_made()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var letter = await desk.LetterAsync("en");
        await desk.Application.WithDatabaseAsync(async db =>
        {
            for (var i = 0; i < 3; i++)
            {
                db.Letters.Add(new Letter
                {
                    CampaignId = desk.CampaignId,
                    ContactId = db.Contacts.First().Id,
                    TemplateVersionId = letter.Versions[0].Id,
                    CountryCode = "GB",
                    Language = "en",
                    ReaderLanguage = "en",
                    ReceiptTokenHash = $"hash {i}",
                    ConsentVersion = "1",
                });
            }

            return await db.SaveChangesAsync();
        });

        var page = await desk.ReadAsync($"{desk.Letters}/{letter.Id}/versions");

        Assert.Equal("3", page.QuerySelector(".versions tbody tr td:nth-of-type(3)")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_translation_shows_what_changed_in_its_source_until_it_says_so_too()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var french = await desk.EditorAsync("fr");
        await desk.SubmitAsync($"{french}/source", "");
        var english = (await desk.LetterAsync("en")).Versions[0];
        await desk.SubmitAsync(
            await desk.EditorAsync("en"), "Publish", ("Form.Body", english.Body.Replace("Silence at", "Quiet at", StringComparison.Ordinal)));

        var changed = await desk.ReadAsync($"{french}/source");
        var told = await desk.ReadAsync(french);
        await desk.SubmitAsync(french, "", ("Form.Note", "Followed"), ("Form.FollowsSource", "true"));
        var settled = await desk.ReadAsync(french);

        Assert.Contains(changed.QuerySelectorAll("del"), e => e.TextContent == "Silence");
        Assert.Contains(changed.QuerySelectorAll("ins"), e => e.TextContent == "Quiet");
        Assert.Contains("letter has changed", LetterDesk.Words(told), StringComparison.Ordinal);
        Assert.DoesNotContain("letter has changed", LetterDesk.Words(settled), StringComparison.Ordinal);
        Assert.Equal((await desk.LetterAsync("en")).Versions[^1].Id, (await desk.LetterAsync("fr")).Versions[^1].SourceVersionId);
    }

    [Fact]
    public async Task The_source_letter_has_no_source()
    {
        await using var desk = await LetterDesk.OpenAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await desk.Browser.GetAsync($"{await desk.EditorAsync("en")}/source")).StatusCode);
    }
}

using System.Net;
using AngleSharp.Html.Dom;
using LobbyKit.Web.Accounts;

namespace LobbyKit.Web.Tests.Organise.Letters;

public sealed class EditorTests
{
    [Fact]
    public async Task A_save_is_a_new_version_with_author_and_note_and_supporters_keep_the_published_one()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var editor = await desk.EditorAsync("en");

        var page = await desk.SubmitAsync(editor, "", ("Form.Subject", "Speak up"), ("Form.Body", "Dear {{ contact.office }},\n\nspeak up."), ("Form.Note", "Shorter"));

        Assert.Contains("Version 2 is saved. Supporters still get version 1.", LetterDesk.Words(page), StringComparison.Ordinal);
        var letter = await desk.LetterAsync("en");
        var version = letter.Versions[^1];
        Assert.Equal((2, "Speak up", "Dear {{ contact.office }},\n\nspeak up.", "Shorter", "anna"), (version.Number, version.Subject, version.Body, version.Note, version.CreatedBy));
        Assert.Equal(1, letter.PublishedNumber);
        Assert.Contains(Versions(await desk.ReadAsync($"{editor}/versions")), row => row.Contains("Shorter", StringComparison.Ordinal) && row.Contains("anna", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Saving_what_is_there_makes_no_version()
    {
        await using var desk = await LetterDesk.OpenAsync();

        var page = await desk.SubmitAsync(await desk.EditorAsync("en"), "");

        Assert.Contains("Nothing has changed since version 1.", LetterDesk.Words(page), StringComparison.Ordinal);
        Assert.Single((await desk.LetterAsync("en")).Versions);
    }

    [Fact]
    public async Task A_letter_with_problems_is_saved_but_not_published_and_the_problems_stand_beside_it()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var editor = await desk.EditorAsync("en");

        var page = await desk.SubmitAsync(editor, "Publish", ("Form.Body", "Dear\n{{ supporter.nmae }}"));

        Assert.Contains("Version 2 is saved, but not published", LetterDesk.Words(page), StringComparison.Ordinal);
        Assert.Contains("Did you mean `supporter.name`?", page.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", page.QuerySelector("#problems a")!.GetAttribute("data-line"));
        Assert.Equal("#Form_Body", page.QuerySelector("#problems a")!.GetAttribute("href"));
        Assert.Equal("Dear\n{{ supporter.nmae }}", ((IHtmlTextAreaElement)page.QuerySelector("#Form_Body")!).Value);
        var letter = await desk.LetterAsync("en");
        Assert.Equal((2, 1), (letter.Versions.Count, letter.PublishedNumber));
    }

    [Fact]
    public async Task Publishing_gives_supporters_the_new_version()
    {
        await using var desk = await LetterDesk.OpenAsync();

        await desk.SubmitAsync(await desk.EditorAsync("en"), "Publish", ("Form.Body", "A wholly new letter for {{ contact.country }}."));

        var page = await desk.Browser.GetStringAsync("/en/campaigns/keep-hope-alive/write/GB");
        Assert.Contains("A wholly new letter for", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_letter_is_not_published()
    {
        await using var desk = await LetterDesk.OpenAsync();

        var page = await desk.SubmitAsync(await desk.EditorAsync("en"), "Publish", ("Form.Subject", " "), ("Form.Body", ""));

        Assert.Contains("The subject is empty.", LetterDesk.Words(page), StringComparison.Ordinal);
        Assert.Equal(1, (await desk.LetterAsync("en")).PublishedNumber);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_sees_both_texts_and_loses_nothing()
    {
        await using var desk = await LetterDesk.OpenAsync();
        await desk.Application.AddAccountAsync(AccountRoles.Organiser, "ben@campaign.example", desk.CampaignId);
        using var ben = await desk.Application.SignInAsync("ben@campaign.example");
        var editor = await desk.EditorAsync("en");
        await desk.SubmitAsync(editor, "", ("Form.Body", "The text of Anna."));

        var page = await desk.In(ben).SubmitAsync(editor, "", ("Form.Body", "The text of Ben."), ("Form.StartedFrom", "1"));

        var words = LetterDesk.Words(page);
        Assert.Contains("Not saved yet: anna saved version 2", words, StringComparison.Ordinal);
        Assert.Equal("The text of Ben.", ((IHtmlTextAreaElement)page.QuerySelector("#Form_Body")!).Value);
        Assert.Contains(page.QuerySelectorAll(".compare del"), e => e.TextContent == "Anna");
        Assert.Contains(page.QuerySelectorAll(".compare ins"), e => e.TextContent == "Ben");
        Assert.Equal(2, (await desk.LetterAsync("en")).Versions.Count);

        var started = page.QuerySelector("[name='Form.StartedFrom']")!.GetAttribute("value")!;
        await desk.In(ben).SubmitAsync(editor, "", ("Form.Body", "The text of Ben."), ("Form.StartedFrom", started));
        Assert.Equal(
            [("anna", "The text of Anna."), ("ben", "The text of Ben.")],
            (await desk.LetterAsync("en")).Versions.Skip(1).Select(v => (v.CreatedBy, v.Body)));
    }

    [Fact]
    public async Task Who_was_signed_out_while_writing_comes_back_to_the_editor()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var editor = await desk.EditorAsync("en");
        using var stranger = desk.Application.NewClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Form.Body"] = "Long work." });

        var answer = await stranger.PostAsync(editor, form);
        var live = await stranger.PostAsync($"{editor}?handler=Live", form);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/account/sign-in?ReturnUrl=" + Uri.EscapeDataString(editor), answer.Headers.Location!.ToString(), StringComparison.OrdinalIgnoreCase);
        // What the editor's script takes for "signed out".
        Assert.Equal(HttpStatusCode.Redirect, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await desk.Browser.GetAsync($"{editor}?handler=Publish")).StatusCode);
    }

    [Fact]
    public async Task Another_teams_letters_are_not_there()
    {
        await using var desk = await LetterDesk.OpenAsync();
        await desk.Application.AddAccountAsync(AccountRoles.Organiser, "other@campaign.example");
        using var other = await desk.Application.SignInAsync("other@campaign.example");
        var editor = await desk.EditorAsync("en");

        foreach (var address in new[] { desk.Letters, $"{desk.Letters}/coverage", editor, $"{editor}/versions", $"{editor}/variants", $"{editor}/source" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
        }
    }

    [Fact]
    public async Task A_new_letter_begins_with_the_source_text_and_is_not_published_untranslated()
    {
        await using var desk = await LetterDesk.OpenAsync();

        var page = await desk.SubmitAsync(desk.Letters, "", ("Language", "Dutch (nl)"), ("Country", ""));

        Assert.Contains("Dutch letter", LetterDesk.Words(page), StringComparison.Ordinal);
        var (english, dutch) = (await desk.LetterAsync("en"), await desk.LetterAsync("nl"));
        Assert.Equal(english.Versions[0].Body, dutch.Versions[0].Body);
        Assert.Equal(english.Versions[0].Id, dutch.Versions[0].SourceVersionId);
        var refused = await desk.SubmitAsync($"{desk.Letters}/{dutch.Id}", "Publish");
        Assert.Contains("Translate it first.", LetterDesk.Words(refused), StringComparison.Ordinal);
        Assert.Null((await desk.LetterAsync("nl")).PublishedNumber);
    }

    [Theory]
    [InlineData("Klingonese", "is known")]
    [InlineData("", "Choose the letter")]
    [InlineData("English", "already")]
    public async Task A_language_that_cannot_be_is_explained(string typed, string expected)
    {
        await using var desk = await LetterDesk.OpenAsync();

        var page = await desk.SubmitAsync(desk.Letters, "", ("Language", typed), ("Country", ""));

        Assert.Contains(expected, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Versions(IHtmlDocument page) => page.QuerySelectorAll(".versions tbody tr").Select(r => r.TextContent);
}

using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Organise.Letters;

public sealed class PreviewTests
{
    [Fact]
    public async Task Unsaved_text_is_shown_for_any_country_office_and_own_values()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var office = await desk.Application.WithDatabaseAsync(db => db.Contacts.FirstAsync(c => c.CountryCode == "JP"));

        var page = await desk.SubmitAsync(
            await desk.EditorAsync("en"),
            "Preview",
            ("Form.Body", "To {{ contact.office }} from {{ supporter.name }}, {{ supporter.place }}, {{ country.name }}: {{ personal_message }}"),
            ("Form.Country", "FR"),
            ("Form.Office", $"{office.Id}"),
            ("Form.Name", "Ada <b>"),
            ("Form.Place", "Lyon"),
            ("Form.Message", "{{ mine }}"));

        Assert.Contains($"To {office.Office} from Ada <b>, Lyon, France: {{{{ mine }}}}", page.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await desk.LetterAsync("en")).Versions);
    }

    [Fact]
    public async Task The_live_piece_tells_problems_and_a_new_version_of_somebody_else()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var editor = await desk.EditorAsync("en");

        var answer = await desk.PostAsync(editor, "Live", ("Form.Body", "{{ if supporter.place }}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var piece = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Null(piece.QuerySelector("header"));
        Assert.Contains("has no `end`", piece.QuerySelector("[data-for=problems]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", piece.QuerySelector("[data-sample]")!.GetAttribute("data-latest"));
    }

    [Fact]
    public async Task Another_supporter_is_another_person_of_that_language()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var editor = await desk.EditorAsync("ja");
        var before = (await desk.ReadAsync(editor)).QuerySelector("#Form_Name")!.GetAttribute("value")!;

        var after = (await desk.SubmitAsync(editor, "Another")).QuerySelector("#Form_Name")!.GetAttribute("value")!;

        Assert.NotEqual(before, after);
        Assert.Contains(before, c => c > '\u3000');
        Assert.Contains(after, c => c > '\u3000');
    }

    [Fact]
    public async Task The_mail_is_shown_with_its_headers()
    {
        await using var desk = await LetterDesk.OpenAsync();

        var page = await desk.SubmitAsync(await desk.EditorAsync("en"), "Preview", ("Form.View", "Mail"), ("Form.Name", "Ada"));

        var mail = page.QuerySelector(".mail-source")!.TextContent;
        Assert.Contains("\nReply-To: Ada <sample@supporter.example>\n", mail, StringComparison.Ordinal);
        Assert.Contains("\nContent-Language: en\n", mail, StringComparison.Ordinal);
        Assert.Contains("From: Ada via ", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Phone", ".phone .letter")]
    [InlineData("Print", ".sheet address")]
    [InlineData("Page", ".page .letter")]
    public async Task Each_view_has_its_form(string view, string selector)
    {
        await using var desk = await LetterDesk.OpenAsync();

        var page = await desk.SubmitAsync(await desk.EditorAsync("fr"), "Preview", ("Form.View", view));

        Assert.NotNull(page.QuerySelector($"#preview {selector}"));
    }

    [Fact]
    public async Task An_office_that_gets_another_letter_is_named()
    {
        await using var desk = await LetterDesk.OpenAsync();

        var page = await desk.SubmitAsync(await desk.EditorAsync("ja"), "Preview", ("Form.Country", "DE"));

        Assert.Contains("not this one", page.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);
    }
}

using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Organise.Letters;

public sealed class CoverageTests
{
    [Fact]
    public async Task A_country_shows_office_letter_and_channel_and_a_gap_once_its_language_is_gone()
    {
        await using var desk = await LetterDesk.OpenAsync();
        Assert.DoesNotContain("Gap:", await JapanAsync(desk, ""), StringComparison.Ordinal);

        var editor = await desk.EditorAsync("ja");
        await desk.SubmitAsync($"{editor}/versions", "Unpublish");

        var row = await JapanAsync(desk, "?gaps=true");
        Assert.Contains("Gap: No letter in", row, StringComparison.Ordinal);
        Assert.Contains("Web form", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_says_what_the_supporters_page_offers()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var page = await desk.ReadAsync($"{desk.Letters}/coverage");
        var columns = page.QuerySelectorAll(".coverage thead th").Select(h => h.TextContent).ToList();
        var argentina = page.QuerySelectorAll(".coverage tbody tr").Single(r => r.QuerySelector("th")!.TextContent.StartsWith("Argentina", StringComparison.Ordinal));
        var cells = argentina.QuerySelectorAll("th, td").Select(c => c.TextContent).ToList();

        Assert.Contains("First choice", cells[columns.IndexOf("Spanish")], StringComparison.Ordinal);
        Assert.Contains("On offer", cells[columns.IndexOf("English")], StringComparison.Ordinal);
        Assert.Contains("not offered", cells[columns.IndexOf("Japanese")], StringComparison.Ordinal);
        var write = await desk.ReadAsync("/en/campaigns/keep-hope-alive/write/AR");
        Assert.Equal(["es", "en"], write.QuerySelectorAll("input[name='Form.Language']").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task Countries_without_an_office_are_named_with_what_they_are_offered()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var known = await desk.Application.WithDatabaseAsync(db => db.Contacts.Select(c => c.CountryCode).Distinct().ToListAsync());
        Assert.DoesNotContain("LI", known);

        var page = await desk.ReadAsync($"{desk.Letters}/coverage");

        Assert.Contains(page.QuerySelectorAll("details"), d => d.TextContent.Contains("Liechtenstein", StringComparison.Ordinal) && d.TextContent.Contains("offered", StringComparison.Ordinal));
    }

    private static async Task<string> JapanAsync(LetterDesk desk, string query) =>
        (await desk.ReadAsync($"{desk.Letters}/coverage{query}")).QuerySelectorAll(".coverage tbody tr")
        .Single(r => r.QuerySelector("th")!.TextContent.StartsWith("Japan", StringComparison.Ordinal)).TextContent;
}

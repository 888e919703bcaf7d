namespace LobbyKit.Web.Tests.Organise.Letters;

public sealed class VariantsTests
{
    [Fact]
    public async Task Ten_letters_are_shown_with_a_figure_and_a_word()
    {
        await using var desk = await LetterDesk.OpenAsync();

        var page = await desk.ReadAsync($"{await desk.EditorAsync("en")}/variants");

        Assert.Equal(10, page.QuerySelectorAll(".variants .letter").Length);
        Assert.True(page.QuerySelectorAll(".variants .letter").Select(l => l.TextContent).Distinct().Count() > 5);
        Assert.Matches(@"\d+%", page.QuerySelector(".figures")!.TextContent);
    }

    [Fact]
    public async Task Letters_that_are_all_the_same_get_a_hint()
    {
        await using var desk = await LetterDesk.OpenAsync();
        var editor = await desk.EditorAsync("en");
        await desk.SubmitAsync(editor, "", ("Form.Subject", "Speak up"), ("Form.Body", "Speak up for human rights at the summit."));

        var words = LetterDesk.Words(await desk.ReadAsync($"{editor}/variants"));

        Assert.Contains("100%", words, StringComparison.Ordinal);
        Assert.Contains("Too alike to pass filters", words, StringComparison.Ordinal);
        Assert.Contains("(this letter does not)", words, StringComparison.Ordinal);
    }
}

namespace LobbyKit.Browser.Tests.Behaviour;

[Collection(SharedBrowser.Name)]
public sealed class SlowLineTests(BrowserRun run)
{
    /// <summary>That nothing moved is what every visit is asked at its end.</summary>
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task A_script_that_comes_late_moves_nothing(int width) =>
        run.VisitAsync(new VisitOptions { Width = width, SlowScript = true }, async visitor =>
        {
            var write = new WriteStep(visitor);
            await new AppealStep(visitor).OpenAsync();
            await write.OpenAsync("DE");
            await write.FillAsync(Writer.Anna(), "Post");
            await write.CheckAsync();
            await new CheckStep(visitor).ChangeButton.ClickAsync();
            await Expect(visitor.Page.GetByText("Characters left")).ToBeVisibleAsync();
            await write.CheckAsync();
            await new CheckStep(visitor).SendAsync("Post");
            await Expect(visitor.Button(visitor.Texts["Copy.Copy"])).ToBeVisibleAsync();
            await visitor.Link(visitor.Texts["ByHand.Post.Open"]).ClickAsync();
            await Expect(visitor.Button(visitor.Texts["Print.Print"])).ToBeVisibleAsync();
        });

    [SkippableTheory]
    [InlineData("en", 375)]
    [InlineData("en", 1280)]
    [InlineData("ar", 375)]
    [InlineData("ar", 1280)]
    public Task A_page_that_comes_bit_by_bit_moves_nothing(string language, int width) =>
        run.VisitAsync(new VisitOptions { Language = language, Width = width }, async visitor =>
        {
            var amiss = new List<string>();
            foreach (var page in (string[])["", "/country", "/no-office/NG", "/write/DE", "/write/SA"])
            {
                await visitor.GoAsync(visitor.Campaign + page);
                amiss.AddRange((await visitor.MovedBitByBitAsync()).Select(m => $"{page}: {m}"));
            }

            Assert.True(amiss.Count == 0, string.Join('\n', amiss));
        });
}

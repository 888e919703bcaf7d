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
    [InlineData(375)]
    [InlineData(1280)]
    public Task A_page_that_comes_bit_by_bit_moves_nothing(int width) => run.VisitAsync(width, async visitor =>
    {
        var line = await visitor.DevToolsAsync();
        await line.SendAsync("Network.enable");
        // Not compressed, a page comes in more bits.
        await visitor.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Accept-Encoding"] = "identity" });
        await line.SendAsync("Network.emulateNetworkConditions", new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 20,
            ["downloadThroughput"] = 30_000,
            ["uploadThroughput"] = 30_000,
        });
        await new AppealStep(visitor).OpenAsync();
        await visitor.GoAsync($"{visitor.Campaign}/country");
        await visitor.GoAsync($"{visitor.Campaign}/write/NG");
        await new WriteStep(visitor).OpenAsync("DE");
    });
}

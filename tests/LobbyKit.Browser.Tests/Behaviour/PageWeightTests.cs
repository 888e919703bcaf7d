namespace LobbyKit.Browser.Tests.Behaviour;

/// <summary>What a first visit to each page brings over the wire: page, styles, script, icon, preview.</summary>
[Collection(SharedBrowser.Name)]
public sealed class PageWeightTests(BrowserRun run)
{
    private const int MostBytes = 60 * 1024;

    [SkippableTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public Task Every_page_has_less_than_60_KB(string language) =>
        run.VisitAsync(new VisitOptions { Language = language }, async visitor =>
        {
            var (write, check) = (new WriteStep(visitor), new CheckStep(visitor));
            var weighing = await WeighingAsync(visitor);
            await weighing("appeal", () => new AppealStep(visitor).OpenAsync());
            await weighing("all countries", () => visitor.GoAsync($"{visitor.Campaign}/country"));
            await weighing("no office", () => visitor.GoAsync($"{visitor.Campaign}/write/NG"));
            await weighing("write", () => write.OpenAsync("FR"));
            await write.FillAsync(Writer.Jeanne() with { Paragraph = new string('é', 3000) });
            await weighing("check", write.CheckAsync);
            await weighing("receipt", () => check.SendAsync("WebForm"));
        });

    private static async Task<Func<string, Func<Task>, Task>> WeighingAsync(Visitor visitor)
    {
        var devTools = await visitor.DevToolsAsync();
        await devTools.SendAsync("Network.enable");
        await devTools.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        double bytes = 0;
        devTools.Event("Network.loadingFinished").OnEvent +=
            (_, finished) => bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        using var client = new HttpClient();
        // A browser without a window fetches no icon.
        var icon = (await client.GetByteArrayAsync(new Uri($"{visitor.Address}/icon.svg"))).Length;
        return async (name, go) =>
        {
            bytes = 0;
            await go();
            await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.True(bytes is > 1000 && bytes + icon < MostBytes, $"{name} is {bytes + icon} bytes");
        };
    }
}

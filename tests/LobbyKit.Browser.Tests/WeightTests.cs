using Microsoft.Playwright;

namespace LobbyKit.Browser.Tests;

/// <summary>Pages are light, and fit narrow windows and large letters.</summary>
[Collection(OneBrowser.Name)]
public sealed class WeightTests(Chromium chromium)
{
    public static TheoryData<string> Pages { get; } =
    [
        "/en/", "/ar/", "/en/campaigns/keep-hope-alive/country", "/en/campaigns/keep-hope-alive/write/DE", "/ar/campaigns/keep-hope-alive/write/SA",
        "/fr/campaigns/keep-hope-alive/write/FR", "/en/campaigns/keep-hope-alive/write/JP", "/en/campaigns/keep-hope-alive/no-office/NG",
    ];

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task A_first_visit_takes_less_than_60_KB(string path)
    {
        await using var window = await chromium.OpenAsync();
        var network = await window.Page.Context.NewCDPSessionAsync(window.Page);
        double bytes = 0;
        network.Event("Network.loadingFinished").OnEvent += (_, data) => bytes += data!.Value.GetProperty("encodedDataLength").GetDouble();
        await network.SendAsync("Network.enable");

        await window.Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.InRange(bytes, 1000, 60 * 1024);
    }

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_a_window_of_320_pixels_and_letters_of_twice_the_size(string path)
    {
        await using var window = await chromium.OpenAsync(320);
        await window.GoAsync(path);
        await window.AssertFitsAsync();

        await window.Page.SetViewportSizeAsync(640, 800);
        await window.Page.EvaluateAsync("document.documentElement.style.setProperty('font-size', '200%')");

        await window.AssertFitsAsync();
        window.AssertQuiet();
    }
}

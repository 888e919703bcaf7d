using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>What holds for every page, at every width, in both colour schemes.</summary>
internal static class Inspection
{
    private static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    /// <summary>Looks at the page that is open: scan, dark colours, narrow screen, large text; and takes its photograph where one is wanted.</summary>
    public static async Task InspectAsync(this Visitor visitor, string name)
    {
        var page = visitor.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        Assert.NotEqual("", await page.TitleAsync());
        await Photographs.TakeAsync(visitor, name);

        await AssertFitsAsync(visitor, name);
        await ScanAsync(page, $"{name}, light", Everything);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ScanAsync(page, $"{name}, dark", Colours);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        await visitor.ReshapeAsync(async () =>
        {
            await page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
            await AssertFitsAsync(visitor, $"{name}, text at 200 %");
            await page.EvaluateAsync("() => { document.documentElement.style.fontSize = ''; }");
            await page.SetViewportSizeAsync(320, 640);
            await AssertFitsAsync(visitor, $"{name}, 320 pixels wide");
            await page.SetViewportSizeAsync(visitor.Options.Width, visitor.Options.Width < 700 ? 812 : 800);
        });
    }

    /// <summary>Nothing has to be pushed sideways to be read.</summary>
    private static async Task AssertFitsAsync(Visitor visitor, string name)
    {
        var beyond = await visitor.Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              [...document.querySelectorAll('body *')].filter(e => { const r = e.getBoundingClientRect(); return r.right > innerWidth + 1 || r.left < -1; })
                .map(e => e.outerHTML.slice(0, 120)).concat('the document')
            """);
        Assert.True(beyond.Length == 0, $"{name} is wider than the screen: {string.Join(" | ", beyond)}");
    }

    private static async Task ScanAsync(IPage page, string name, AxeRunOptions options)
    {
        var result = await page.RunAxe(options);
        var found = result.Violations.SelectMany(v => v.Nodes.Select(n => $"{name}: {v.Id} ({v.Help}) at {n.Target}: {n.Html}"));
        Assert.True(result.Violations.Length == 0, string.Join('\n', found));
        Assert.NotEmpty(result.Passes);
    }
}

namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>What holds for every page, at every width, in both colour schemes.</summary>
internal static class Inspection
{
    /// <summary>Looks at the page that is open: scan, dark colours, narrow screen, large text; and photographs it where wanted.</summary>
    public static async Task InspectAsync(this Visitor visitor, string name, ILocator? from = null, ILocator? only = null)
    {
        var page = visitor.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        Assert.NotEqual("", await page.TitleAsync());
        await Photographs.TakeAsync(visitor, name, from, only);

        await AssertFitsAsync(visitor, name);
        await page.ScanAsync(name);

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
              [...document.querySelectorAll('body *')]
                .filter(e => { const r = e.getBoundingClientRect(); return r.right > innerWidth + 1 || r.left < -1; })
                .map(e => e.outerHTML.slice(0, 120)).concat('the document')
            """);
        Assert.True(beyond.Length == 0, $"{name} is wider than the screen: {string.Join(" | ", beyond)}");
    }
}

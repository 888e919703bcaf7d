using Deque.AxeCore.Commons;

namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>
/// axe on the page that is open. Its script goes in once for both colour schemes, beside the page and not through it: the page's own
/// content policy would refuse it.
/// </summary>
internal static class AccessibilityScan
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const string Run = """
        async wanted => {
          const result = await axe.run(document, { runOnly: wanted, resultTypes: ['violations'] });
          const problems = result.violations.flatMap(v => v.nodes.map(n =>
            `${v.id} (${v.help}) at ${n.target}: ${n.html.slice(0, 300)} ${n.failureSummary}`));
          return result.passes.length > 0 ? problems : ['axe has looked at nothing'];
        }
        """;

    public static async Task ScanAsync(this IPage page, string name)
    {
        await page.EvaluateAsync(Axe);
        await RunAsync(page, name, "tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        // Only the colours are others.
        await RunAsync(page, $"{name} in the dark", "rule", "color-contrast");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private static async Task RunAsync(IPage page, string name, string type, params string[] values)
    {
        var problems = await page.EvaluateAsync<string[]>(Run, new { type, values });
        Assert.True(problems.Length == 0, $"{name}: {string.Join('\n', problems)}");
    }
}

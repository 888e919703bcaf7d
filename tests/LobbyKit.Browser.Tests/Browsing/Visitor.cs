using System.Collections.Concurrent;

namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>
/// One person at one browser, and what no visit may bring: a request to anybody else, a complaint of the browser, a refusal by the
/// content policy, a page that moves by itself.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    /// <summary>How many milliseconds it waits for what ought to come.</summary>
    public const float Patience = 60_000;

    private const string Watch = """
        new PerformanceObserver(list => {
          for (const entry of list.getEntries().filter(e => !e.hadRecentInput))
            tellOfShift(`${location.pathname} moved by ${entry.value.toFixed(4)}: `
              + entry.sources.map(s => s.node?.parentElement?.outerHTML.slice(0, 120)).join(' | '));
        }).observe({ type: 'layout-shift', buffered: true });
        addEventListener('securitypolicyviolation', e =>
          tellOfRefusal(`${location.pathname}: ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
        """;

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> amiss = new();
    private volatile bool reshaping;

    private Visitor(IBrowserContext context, IPage page, string address, VisitOptions options)
    {
        this.context = context;
        Page = page;
        Address = address;
        Options = options;
    }

    public IPage Page { get; }

    public VisitOptions Options { get; }

    /// <summary>Where the application is, without a language: http://127.0.0.1:40123.</summary>
    public string Address { get; }

    /// <summary>The texts of the pages in the visitor's language.</summary>
    public PageTexts Texts => PageTexts.In(Options.Language);

    /// <summary>The sample campaign in the visitor's language.</summary>
    public string Campaign => $"{Address}/{Options.Language}/campaigns/keep-hope-alive";

    public static async Task<Visitor> ComeAsync(IBrowser browser, string address, VisitOptions options)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Width < 700 ? 812 : 800 },
            JavaScriptEnabled = options.JavaScript,
            Locale = options.Language,
            TimezoneId = options.TimeZone,
            ColorScheme = ColorScheme.Light,
        });
        context.SetDefaultTimeout(Patience);
        context.SetDefaultNavigationTimeout(Patience);
        var visitor = new Visitor(context, await context.NewPageAsync(), address, options);
        await visitor.WatchAsync();
        return visitor;
    }

    public async Task GoAsync(string url) => await Page.GotoAsync(url);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    public Task AllowClipboardAsync() =>
        context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"], new() { Origin = Address });

    public Task<ICDPSession> DevToolsAsync() => context.NewCDPSessionAsync(Page);

    /// <summary>Does what makes a page move by our own doing, such as another width.</summary>
    public async Task ReshapeAsync(Func<Task> reshape)
    {
        reshaping = true;
        await reshape();
        // Shifts are told a frame or two later.
        await Page.EvaluateAsync(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20))))");
        reshaping = false;
    }

    public void AssertNothingAmiss() => Assert.True(amiss.IsEmpty, string.Join('\n', amiss));

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private async Task WatchAsync()
    {
        context.Request += (_, request) =>
        {
            var isOverTheNet = request.Url.StartsWith("http", StringComparison.Ordinal);
            if (isOverTheNet && !request.Url.StartsWith(Address + "/", StringComparison.Ordinal))
            {
                amiss.Enqueue($"A request to somebody else: {request.Url}");
            }
        };
        context.Console += (_, message) =>
        {
            var isLost = Options.MayFailToLoad && message.Text.Contains("net::ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isLost)
            {
                amiss.Enqueue($"The browser complains: {message.Text} ({message.Location})");
            }
        };
        Page.PageError += (_, error) => amiss.Enqueue($"A script failed: {error}");
        Page.Dialog += (_, dialog) => amiss.Enqueue($"A dialog opened: {dialog.Message}");
        if (!Options.JavaScript)
        {
            return;
        }

        await context.ExposeFunctionAsync("tellOfShift", (string what) =>
        {
            if (!reshaping && !Options.MayMove)
            {
                amiss.Enqueue($"The page moved by itself: {what}");
            }
        });
        await context.ExposeFunctionAsync("tellOfRefusal", (string what) => amiss.Enqueue($"Refused by the content policy: {what}"));
        await context.AddInitScriptAsync(Watch);
        if (Options.SlowScript)
        {
            await context.RouteAsync("**/js/site.js*", async route =>
            {
                await Task.Delay(500);
                await route.ContinueAsync();
            });
        }
    }
}

using System.Net;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Infrastructure.Security;

/// <summary>What every answer tells the browser, and that no page needs more than that.</summary>
public sealed class SecurityHeadersTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private const int MostBytes = 60 * 1024;

    private readonly TestApplication application = running.Application;

    public static TheoryData<string> Pages =>
    [
        "/", "/en", "/fr/campaigns/keep-hope-alive", "/ar/campaigns/keep-hope-alive", $"{TestApplication.Campaign}/country?q=congo",
        "/ar/campaigns/keep-hope-alive/country", $"{TestApplication.Campaign}/write/DE", "/ar/campaigns/keep-hope-alive/write/SA",
        $"{TestApplication.Campaign}/write/JP", $"{TestApplication.Campaign}/no-office/NG", "/ar/campaigns/keep-hope-alive/no-office/NG",
        "/en/nothing", "/en/letters/nothing", "/en/mailbox", "/en/problem", "{check}", "{receipt}", "{receipt}/print", "{confirm}", "{bad}",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_keeps_others_out_and_needs_nothing_inline(string page)
    {
        using var browser = await ShowAsync(page);
        var headers = browser.Answer.Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain('*', policy);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.False(headers.Contains("Server"), "The server tells its name.");
        Assert.Equal(["no-cache", "private"], headers.CacheControl!.ToString().Split(", ").Order());

        AssertNothingInline(browser);
    }

    [Theory]
    [InlineData("/css/site.css")]
    [InlineData("/js/site.js")]
    [InlineData("/icon.svg")]
    [InlineData(TestApplication.Campaign + "/accent.css?colour=1d4e5f")]
    public async Task Files_have_the_headers_too(string file)
    {
        using var client = application.NewClient();
        using var answer = await client.GetAsync(file);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_with_all_that_it_loads_is_light(string page)
    {
        using var browser = await ShowAsync(page);
        using var client = new HttpClient { BaseAddress = new Uri(application.Address) };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        var files = Loads(browser).ToList();
        Assert.NotEmpty(files);
        var bytes = 0L;
        foreach (var file in files)
        {
            using var answer = await client.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            bytes += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        bytes += page.StartsWith('/') ? await WeightAsync(client, page) : Compressed(browser.Html);
        Assert.InRange(bytes, 1, MostBytes);
    }

    [Fact]
    public async Task The_cookie_of_forms_is_out_of_reach_for_scripts_and_other_sites()
    {
        using var browser = await ShowAsync($"/fr/campaigns/keep-hope-alive/write/DE");

        var cookie = browser.Answer.Headers.GetValues("Set-Cookie").Single().ToLowerInvariant();
        Assert.StartsWith("lobbykit-form=", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(TestApplication.Campaign)]
    [InlineData(TestApplication.Campaign + "/country")]
    public async Task Whoever_only_reads_gets_no_cookie(string page)
    {
        using var browser = await ShowAsync(page);

        Assert.False(browser.Answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("{receipt}")]
    [InlineData("{confirm}")]
    [InlineData("{receipt}/print")]
    [InlineData("{check}")]
    public async Task A_private_page_is_nothing_for_search_engines(string page)
    {
        using var browser = await ShowAsync(page);

        Assert.Contains("noindex", browser.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    private static void AssertNothingInline(Visitor browser)
    {
        Assert.All(browser.Page.QuerySelectorAll("script"), s => Assert.Equal("", s.TextContent));
        Assert.Empty(browser.Page.QuerySelectorAll("style"));
        foreach (var element in browser.Page.All)
        {
            Assert.DoesNotContain(element.Attributes, a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal));
            Assert.DoesNotContain("javascript:", element.GetAttribute("href") ?? "", StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(Loads(browser), address => Assert.StartsWith("/", address, StringComparison.Ordinal));
        Assert.DoesNotContain(Loads(browser), address => address.StartsWith("//", StringComparison.Ordinal));
        var ids = browser.Page.All.Where(e => e.Id is { Length: > 0 }).Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    /// <summary>What a browser fetches by itself.</summary>
    private static IEnumerable<string> Loads(Visitor browser) => browser.Page
        .QuerySelectorAll("link[href], script[src], img[src], iframe[src], source[src], video[src], audio[src], object[data], embed[src]")
        .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("data")!);

    private static async Task<long> WeightAsync(HttpClient client, string page)
    {
        using var answer = await client.GetAsync(page);
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private static long Compressed(string html)
    {
        using var result = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(result, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(System.Text.Encoding.UTF8.GetBytes(html));
        }

        return result.Length;
    }

    private async Task<Visitor> ShowAsync(string page)
    {
        if (page.StartsWith('/'))
        {
            var browser = new Visitor(application);
            await browser.OpenAsync(page);
            return browser;
        }

        var writer = new LetterWriter(application);
        await writer.CheckAsync();
        if (page == "{bad}")
        {
            await writer.Browser.SendAsync(writer.Browser.Press(LetterWriter.SendButton).With("__RequestVerificationToken", null));
        }
        else if (page != "{check}")
        {
            await writer.Browser.PressAsync(LetterWriter.SendButton);
            writer.RememberReceipt();
            await writer.Browser.OpenAsync(page == "{confirm}"
                ? await writer.ConfirmAddressAsync()
                : page.Replace("{receipt}", writer.ReceiptAddress, StringComparison.Ordinal));
        }

        return writer.Browser;
    }
}

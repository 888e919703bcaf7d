using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LobbyKit.Web.Tests.Application;

/// <summary>
/// A browser without JavaScript: opens pages, fills boxes that it finds by their label, presses buttons that it finds by their text,
/// follows redirects, keeps cookies.
/// </summary>
internal sealed class Visitor : IDisposable
{
    private const int MostRedirects = 5;

    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private readonly Dictionary<string, string?> typed = [];

    public Visitor(TestApplication application, string acceptLanguage = "en")
    {
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(application.Address) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", acceptLanguage);
    }

    public HttpResponseMessage Answer { get; private set; } = null!;

    public HttpStatusCode Status => Answer.StatusCode;

    /// <summary>What its browser sends of itself.</summary>
    public string CookieHeader => cookies.GetCookieHeader(client.BaseAddress!);

    /// <summary>Path and query of the page.</summary>
    public string Address { get; private set; } = "/";

    public string Html { get; private set; } = "";

    public IHtmlDocument Page { get; private set; } = null!;

    public string Heading => Line(Page.QuerySelector("h1"));

    public string MainText => Line(Page.QuerySelector("main"));

    /// <summary>The texts of the error summary, in its order.</summary>
    public IReadOnlyList<string> Summary => [.. Page.QuerySelectorAll(".summary li").Select(Line)];

    public async Task OpenAsync(string address)
    {
        Address = Resolve(address);
        await ShowAsync(await client.GetAsync(Address));
    }

    public Task FollowAsync(string linkText) => OpenAsync(Link(linkText).GetAttribute("href")!);

    public IElement Link(string text) => Only("link", text, Page.QuerySelectorAll("a[href]").Where(a => Line(a) == text));

    /// <summary>The box, radio button or tick box that belongs to a label.</summary>
    public IElement Box(string label)
    {
        var found = Only("label", label, Page.QuerySelectorAll("label").Where(l => Line(l) == label));
        return Page.GetElementById(found.GetAttribute("for")!) ?? throw new InvalidOperationException($"The label “{label}” belongs to no box.");
    }

    public bool HasLabel(string label) => Page.QuerySelectorAll("label").Any(l => Line(l) == label);

    public bool HasButton(string text) => Page.QuerySelectorAll("button").Any(b => Line(b) == text);

    /// <summary>What stands in a box.</summary>
    public string Value(string label) => ValueOf(Box(label)) ?? "";

    /// <summary>Puts text into a box, as it is: browsers would take a line break out of a box of one line, an attacker's program does not.</summary>
    public void Fill(string label, string text) => typed[Box(label).GetAttribute("name")!] = text;

    public void Choose(string label)
    {
        var button = Box(label);
        Assert.Equal("radio", button.GetAttribute("type"));
        typed[button.GetAttribute("name")!] = button.GetAttribute("value");
    }

    public void Tick(IElement box) => typed[box.GetAttribute("name")!] = box.GetAttribute("value");

    public void Untick(string label) => typed[Box(label).GetAttribute("name")!] = null;

    public Task PressAsync(string buttonText) => SendAsync(Press(buttonText));

    /// <summary>What would be sent if the button were pressed.</summary>
    public Submission Press(string buttonText)
    {
        var button = (IHtmlButtonElement)Only("button", buttonText, Page.QuerySelectorAll("button").Where(b => Line(b) == buttonText));
        var form = button.Form ?? throw new InvalidOperationException($"The button “{buttonText}” belongs to no form.");
        var address = button.GetAttribute("formaction") ?? form.GetAttribute("action");
        var fields = form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } && e is not IHtmlButtonElement)
            .GroupBy(e => e.GetAttribute("name")!)
            .Select(g => (Name: g.Key, Value: typed.TryGetValue(g.Key, out var text) ? text : g.Select(ValueOf).FirstOrDefault(v => v is not null)))
            .Where(f => f.Value is not null)
            .Select(f => new KeyValuePair<string, string>(f.Name, f.Value!))
            .ToList();
        var method = form.GetAttribute("method") == "post" ? HttpMethod.Post : HttpMethod.Get;
        return new Submission(method, string.IsNullOrEmpty(address) ? Address : Resolve(address), fields);
    }

    /// <summary>Sends it and shows what comes of it.</summary>
    public async Task SendAsync(Submission submission)
    {
        Address = submission.Address;
        await ShowAsync(await AnswerToAsync(submission));
    }

    /// <summary>Sends it with a file in one of its boxes and shows what comes of it.</summary>
    public async Task SendAsync(Submission submission, string box, string fileName, byte[] file)
    {
        Address = submission.Address;
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in submission.Fields.Where(f => f.Key != box))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file), box, fileName);
        await ShowAsync(await client.PostAsync(submission.Address, content));
    }

    /// <summary>Sends it and leaves the page as it is.</summary>
    public async Task<HttpResponseMessage> AnswerToAsync(Submission submission)
    {
        if (submission.Method == HttpMethod.Get)
        {
            var query = string.Join('&', submission.Fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
            return await client.GetAsync($"{submission.Address.Split('?')[0]}?{query}");
        }

        using var content = new FormUrlEncodedContent(submission.Fields);
        return await client.PostAsync(submission.Address, content);
    }

    /// <summary>The error that stands beside a box, and that the box points at; null where there is none.</summary>
    public string? ErrorBeside(IElement box)
    {
        var error = Page.GetElementById($"{box.Id}-error");
        var pointsAtIt = (box.GetAttribute("aria-describedby") ?? "").Split(' ').Contains($"{box.Id}-error");
        Assert.Equal(error is not null, pointsAtIt);
        Assert.Equal(error is null ? null : "true", box.GetAttribute("aria-invalid"));
        return error is null ? null : Line(error);
    }

    public void Dispose() => client.Dispose();

    /// <summary>The text of an element as a reader sees it, on one line.</summary>
    public static string Line(IElement? element) =>
        string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? ValueOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.HasAttribute("checked") ? box.GetAttribute("value") ?? "on" : null,
        IHtmlTextAreaElement area => area.TextContent,
        IHtmlSelectElement select => select.Value,
        _ => element.GetAttribute("value") ?? "",
    };

    private async Task ShowAsync(HttpResponseMessage answer)
    {
        for (var redirects = 0; answer.Headers.Location is { } next && (int)answer.StatusCode is >= 300 and < 400; redirects++)
        {
            Assert.True(redirects < MostRedirects, $"Redirected without end, last to {next}.");
            Address = Resolve(next.ToString());
            answer = await client.GetAsync(Address);
        }

        Answer = answer;
        Html = await answer.Content.ReadAsStringAsync();
        Page = new HtmlParser().ParseDocument(Html);
        typed.Clear();
    }

    private string Resolve(string address) => new Uri(new Uri(client.BaseAddress!, Address), address).PathAndQuery;

    private IElement Only(string kind, string text, IEnumerable<IElement> found)
    {
        var elements = found.ToList();
        return elements.Count == 1
            ? elements[0]
            : throw new InvalidOperationException(
                $"{Address} has {elements.Count} times the {kind} “{text}”. It says ({(int)Status}): {MainText}");
    }
}

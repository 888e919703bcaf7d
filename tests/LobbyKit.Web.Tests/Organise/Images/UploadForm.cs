using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LobbyKit.Web.Tests.Organise.Images;

/// <summary>A form with a file, posted as a browser does.</summary>
internal static class UploadForm
{
    /// <summary>Opens the page for its antiforgery token, then posts the file and the fields.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(
        this HttpClient browser, string page, byte[] file, string fileName = "picture.png", params (string Name, string Value)[] fields)
    {
        var token = (await browser.OpenAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", token)))
        {
            form.Add(new StringContent(value), name);
        }

        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(content, "Upload", fileName);
        return await browser.PostAsync(page, form);
    }

    public static async Task<IHtmlDocument> OpenAsync(this HttpClient browser, string page) => await (await browser.GetAsync(page)).PageAsync();

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>The page that a redirect leads to, or the page itself.</summary>
    public static async Task<IHtmlDocument> FollowAsync(this HttpClient browser, HttpResponseMessage answer) =>
        answer.Headers.Location is { } to ? await browser.OpenAsync(to.ToString()) : await answer.PageAsync();

    public static string Words(this IHtmlDocument page) =>
        string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The error beside a field, which the field points at.</summary>
    public static string ErrorOf(this IHtmlDocument page, string field)
    {
        Assert.Contains($"{field}-error", page.GetElementById(field)!.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".summary a[href='#{field}']"));
        return page.GetElementById($"{field}-error")!.TextContent;
    }
}

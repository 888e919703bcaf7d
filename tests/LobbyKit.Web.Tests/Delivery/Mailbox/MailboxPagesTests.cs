using System.Net;
using AngleSharp.Html.Parser;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Mailbox;
using LobbyKit.Web.Tests.Application;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Web.Tests.Delivery.Mailbox;

public sealed class MailboxPagesTests
{
    [Fact]
    public async Task Shows_what_was_sent()
    {
        await using var application = new TestApplication();
        using var client = application.NewClient();
        await SendAsync(application, Transports.Mail with
        {
            Subject = "<b>人権</b>",
            Body = "Confirm: https://letters.example/letters/abc/confirm\n<script>alert(1)</script>",
        });

        var list = await PageAsync(client, "/mailbox");
        var link = list.QuerySelector("main a[href*='/mailbox/2'], a[href*='/mailbox/2']")!;
        Assert.Equal("<b>人権</b>", link.TextContent);
        Assert.Contains("office@government.example", list.Body!.TextContent, StringComparison.Ordinal);

        var address = link.GetAttribute("href")!;
        var message = await PageAsync(client, address);
        Assert.Contains("Ada Lovelace via Open Letters", message.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", message.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Null(message.QuerySelector("pre script"));
        var confirm = message.QuerySelector("pre a")!;
        Assert.Equal("https://letters.example/letters/abc/confirm", confirm.GetAttribute("href"));
        Assert.Contains("noopener", confirm.GetAttribute("rel"), StringComparison.Ordinal);
        Assert.Contains("Message-ID: <0123456789abcdef@campaign.example>", message.QuerySelector("details pre")!.TextContent, StringComparison.OrdinalIgnoreCase);

        using var file = await client.GetAsync(new Uri(address + ".eml", UriKind.Relative));
        Assert.Equal("message/rfc822", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.StartsWith("Return-Path:", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deletes_all_on_request()
    {
        await using var application = new TestApplication();
        using var client = application.NewClient();
        await SendAsync(application, Transports.Mail);
        var form = (await PageAsync(client, "/mailbox")).QuerySelector("form[method=post][action*=DeleteAll]")!;

        using var forged = await client.PostAsync(new Uri("/mailbox?handler=DeleteAll", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Single(application.Services.GetRequiredService<MailboxStore>().Ids());

        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("input[name]").Select(
            i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")));
        using var deleted = await client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
        Assert.True((int)deleted.StatusCode is >= 200 and < 400);
        Assert.Empty(application.Services.GetRequiredService<MailboxStore>().Ids());
    }

    [Theory]
    [InlineData("/mailbox")]
    [InlineData("/mailbox/20260101T000000000-abcdefab")]
    [InlineData("/mailbox/20260101T000000000-abcdefab.eml")]
    public async Task Is_not_there_where_mail_goes_to_a_server(string path)
    {
        await using var application = new TestApplication(new()
        {
            ["LobbyKit:Mail:Host"] = "127.0.0.1",
            ["LobbyKit:Mail:Port"] = "1",
            ["LobbyKit:Mail:FromAddress"] = "letters@campaign.example",
        });
        using var client = application.NewClient(followRedirects: true);
        using var page = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    private static async Task SendAsync(TestApplication application, OutgoingMail mail)
    {
        var reply = await application.Services.GetRequiredService<IMailTransport>().SendAsync(mail, CancellationToken.None);
        Assert.Equal(DeliveryOutcome.Accepted, reply.Outcome);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            return await PageAsync(client, response.Headers.Location!.ToString());
        }

        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode}");
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using CsvHelper;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Audit;

public sealed class AuditPagesTests : IAsyncLifetime
{
    private const string Log = "/en/admin/audit";

    private AuditDesk desk = null!;

    public async Task InitializeAsync() => desk = await AuditDesk.OpenAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Who_changed_an_address_last_month_is_found()
    {
        var id = await ChangeEmailAsync("DE", "office-one@office.example");
        desk.Application.Clock.Advance(TimeSpan.FromDays(30));
        await ChangeEmailAsync("CA", "office-two@office.example");
        await desk.SignInAgainAsync();

        var byText = await SentencesAsync($"{Log}?Kind=Contact&Text=OFFICE-ONE");
        var byDay = await SentencesAsync($"{Log}?Kind=Contact&From=2026-11-22&To=2026-11-22&Text=%40office.example");
        var bySubject = await SentencesAsync($"{Log}?Kind=Contact&Subject={id}");
        var nobody = await SentencesAsync($"{Log}?Account={desk.Admin.Id}");
        var wildcard = await SentencesAsync($"{Log}?Text=office_one%25");

        Assert.Contains("changed the e-mail address of", Assert.Single(byText), StringComparison.Ordinal);
        Assert.Single(byDay);
        Assert.Equal(2, bySubject.Count);
        Assert.Empty(nobody);
        Assert.Empty(wildcard);
        var page = await ReadAsync($"{Log}?Text=office-one");
        Assert.Equal("office-one@office.example", page.QuerySelector(".changes ins")!.TextContent);
        Assert.NotEqual("", page.QuerySelector(".changes del")!.TextContent);
    }

    [Fact]
    public async Task A_day_that_is_none_is_named_beside_its_field()
    {
        var page = await ReadAsync($"{Log}?From=yesterday&To=2026-11-22");

        Assert.Contains("Enter a day", page.QuerySelector("#From-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("yesterday", page.QuerySelector("#From")!.GetAttribute("value"));
        Assert.Contains("before the first", (await ReadAsync($"{Log}?From=2026-11-22&To=2026-11-21")).QuerySelector("#To-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Browser.GetAsync($"{Log}/export/csv?From=yesterday")).StatusCode);
    }

    [Fact]
    public async Task Its_pages_show_every_entry_once()
    {
        var expected = (await desk.EntriesAsync()).Count(e => e.Kind == Web.Audit.AuditKind.Contact);
        var address = $"{Log}?Kind=Contact";
        var seen = new List<string>();
        while (address is not null)
        {
            var page = await ReadAsync(address);
            seen.AddRange(page.QuerySelectorAll(".history > li > p").Select(e => e.TextContent.Split("entry ")[1].Trim()));
            address = page.QuerySelectorAll("nav a").FirstOrDefault(a => a.TextContent == "Older")?.GetAttribute("href");
            Assert.True(seen.Count <= expected);
        }

        Assert.True(expected > Web.Audit.AuditHistory.PageSize);
        Assert.Equal(expected, seen.Distinct().Count());
    }

    [Fact]
    public async Task It_is_exported_as_it_was_filtered_and_safe_in_a_spreadsheet()
    {
        await desk.Application.ChangeDatabaseAsync(async db => (await db.Contacts.FirstAsync(c => c.CountryCode == "DE")).Note = "=HYPERLINK(\"https://evil.example\")\nÄ");

        var csv = await desk.Browser.GetAsync($"{Log}/export/csv?Text=HYPERLINK");
        var lines = await desk.Browser.GetStringAsync($"{Log}/export/jsonl?Text=HYPERLINK");

        using var reader = new CsvReader(new StringReader(await csv.Content.ReadAsStringAsync()), CultureInfo.InvariantCulture);
        var row = (IDictionary<string, object>)Assert.Single(reader.GetRecords<dynamic>());
        Assert.Equal(("note", "'=HYPERLINK(\"https://evil.example\")\nÄ", "The installation"), (row["field"], row["after"], row["by"]));
        Assert.StartsWith("attachment; filename=audit-20261122-", csv.Content.Headers.ContentDisposition!.ToString().Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        using var entry = JsonDocument.Parse(lines.TrimEnd('\n'));
        Assert.Equal("=HYPERLINK(\"https://evil.example\")\nÄ", entry.RootElement.GetProperty("changes")[0].GetProperty("after").GetString());
    }

    [Fact]
    public async Task The_chains_state_is_shown_whole_and_broken()
    {
        await desk.SealAsync();
        var whole = await (await desk.Browser.SubmitAsync(Log, "Verify")).TextAsync();
        await desk.BreakInAsync("UPDATE AuditEntries SET ActorName = 'x' WHERE Id = 3");
        var broken = await (await desk.Browser.SubmitAsync(Log, "Verify")).TextAsync();

        Assert.Contains("The chain is whole", whole, StringComparison.Ordinal);
        Assert.Contains("Entry 3 is not as it was written", broken, StringComparison.Ordinal);
    }

    private async Task<int> ChangeEmailAsync(string country, string address)
    {
        var id = 0;
        await desk.Application.ChangeDatabaseAsync(async db =>
        {
            var contact = await db.Contacts.Include(c => c.Channels).FirstAsync(c => c.CountryCode == country && c.Channels.Any(ch => ch.Kind == ChannelKind.Email));
            contact.Channel(ChannelKind.Email)!.Address = address;
            id = contact.Id;
        });
        return id;
    }

    private async Task<List<string>> SentencesAsync(string address) => [.. (await ReadAsync(address)).QuerySelectorAll(".history > li > p > bdi").Select(e => e.TextContent)];

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> ReadAsync(string address)
    {
        var answer = await desk.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}

using System.Net.Sockets;
using System.Text;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts.Import;

/// <summary>Every way in which people save a list, and every way in which a file can be broken.</summary>
public sealed class FileFormTests(AdminDesk desk) : IClassFixture<AdminDesk>
{
    private const string German = "Land;Amt;Rolle;Sprachen;E-Mail;Postanschrift;Verlässlichkeit;G20\n";

    public static TheoryData<string, string> Encodings
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var separator in new[] { ",", ";", "\t" })
            {
                data.Add("UTF-8", separator);
            }

            data.Add("UTF-8 with BOM", ";");
            data.Add("UTF-16", "\t");
            data.Add("UTF-16 without BOM", ",");
            data.Add("UTF-16 big endian", ";");
            data.Add("Windows-1252", ";");
            return data;
        }
    }

    public static TheoryData<string, byte[], string> Unreadable => new()
    {
        { "empty", [], "The file is empty." },
        { "workbook", [.. "PK\u0003\u0004"u8, .. new byte[200]], "This is a workbook" },
        { "old workbook", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[200]], "This is an old workbook" },
        { "PDF", [.. "%PDF-1.7\n"u8], "This is a PDF" },
        { "picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 1, 2, 3], "This is no text" },
        { "one column", [.. "Office\nPrime Minister\n"u8], "one column only" },
        { "cut off in a character", [.. "Land;Amt\nDE;Bürgermeister von Köln in Nordrhein-Westf\u00e4"u8[..^1]], "cut off" },
        { "damaged", [.. "Land;Amt\nDE;Bürgermeister von Köln und "u8, 0xFF, .. " Düsseldorf\n"u8], "damaged" },
        { "cut off in UTF-16", [0xFF, 0xFE, (byte)'a', 0, (byte)';', 0, (byte)'b', 0, (byte)'\n', 0, 0x3D, 0xD8], "cut off or damaged" },
    };

    public static TheoryData<string, int, string, string[]> Broken => new()
    {
        { "a short row", 3, $"{German}DE;Amt 1;head_of_state;de;;;low;member\nDE;Amt 2;head_of_state\n", ["This row has 3 columns, the headings are 8."] },
        { "a long row", 2, $"{German}DE;Amt 1;head_of_state;de;;Straße 1; Berlin;low;member\n", ["This row has 9 columns"] },
        { "cut off in quotes", 2, $"{German}DE;Amt 1;head_of_state;de;;\"Straße 1\n10115 Ber", ["never closed"] },
        { "quotes in a cell", 2, $"{German}DE;Amt \"1\" Süd;head_of_state;de;;;low;member\n", ["in the middle of a cell"] },
        { "the same office twice", 4, $"{German}DE;Amt 1;head_of_state;de;;;low;member\nFR;Amt 1;head_of_state;fr;;;low;member\nDE;AMT  1;Head of State;de;;;low;member\n", ["Lines 2 and 4 are the same office"] },
        { "a formula", 2, $"{German}DE;=cmd|'/C calc'!A0;head_of_state;de;;;low;member\n", ["Office", "formula"] },
        { "a formula behind a tab", 2, $"{German}DE;Amt 1;head_of_state;de;;\"\t=1\";low;member\n", ["Postal address", "formula"] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_list_is_read_however_it_was_saved(string encoding, string separator)
    {
        var tag = Guid.NewGuid().ToString("N")[..8];
        var text = German.Replace(";", separator, StringComparison.Ordinal)
            + string.Join(separator, "Österreich", $"Amt für Größe {tag}", "Head of government", "German", $"post{tag}@amt.example", "\"Straße 1\n1010 Wien\"", "low", "non-member") + "\r\n"
            + string.Join(separator, "FR", $"Chef {tag}", "head_of_state", "fr", "", "", "medium", "member") + "\r\n";
        var content = encoding switch
        {
            "UTF-8" => Encoding.UTF8.GetBytes(text),
            "UTF-8 with BOM" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "UTF-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "UTF-16 without BOM" => Encoding.Unicode.GetBytes(text),
            "UTF-16 big endian" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        };
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        await ada.UploadAsync(content);
        Assert.Contains(encoding.Split(" without")[0].Split(" big")[0], browser.MainText, StringComparison.Ordinal);
        var counts = await ada.CompareAsync();

        Assert.Equal((2, 2), (counts["All"], counts["New"]));
        var row = ada.RowText(2);
        Assert.Contains($"Amt für Größe {tag}", row, StringComparison.Ordinal);
        Assert.Contains("AT, Head of government", row, StringComparison.Ordinal);
        Assert.Contains("Languages: de", row, StringComparison.Ordinal);
        Assert.Contains("Postal address: Straße 1, 1010 Wien", row, StringComparison.Ordinal);
        // Its cell has a line break in it.
        Assert.Contains($"Chef {tag}", ada.RowText(4), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_is_no_list_is_refused_at_once(string what, byte[] content, string said)
    {
        var before = await CountAsync();
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        await ada.UploadAsync(content, name: $"{what}.csv");

        Assert.Equal(ImportDesk.Start, browser.Address);
        Assert.Contains(said, browser.ErrorBeside(browser.Box("CSV file")), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_file_is_refused_with_line_and_reason_and_changes_nothing(string what, int line, string text, string[] said)
    {
        var before = await CountAsync();
        var ada = await ImportDesk.OpenAsync(desk);
        using var browser = ada.Browser;
        await ada.CheckAsync(Encoding.UTF8.GetBytes(text), name: $"{what}.csv");

        Assert.Equal("The file is refused", browser.Heading);
        await browser.OpenAsync(browser.Address.Split('?')[0] + "?show=broken");
        var row = ada.RowText(line);
        Assert.All(said, words => Assert.Contains(words, row, StringComparison.Ordinal));
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("button"), b => Visitor.Line(b).StartsWith("Apply", StringComparison.Ordinal));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Two_gigabytes_are_refused_before_they_are_sent()
    {
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        var address = new Uri(desk.Application.Address);
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {ImportDesk.Start} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {ada.CookieHeader}\r\n"
            + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2147483648\r\n\r\n--x\r\n"));
        using var reader = new StreamReader(stream);
        Assert.Contains("302", await reader.ReadLineAsync(), StringComparison.Ordinal);

        await ada.OpenAsync($"{ImportDesk.Start}?tooLarge=true");
        Assert.Contains("The file is too large", ada.Summary[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_to_come_and_no_file_are_told()
    {
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync(ImportDesk.Start);
        ada.Fill("On which day was the list true?", "2099-01-01");
        await ada.PressAsync("Upload, and choose the columns");

        Assert.Equal(2, ada.Summary.Count);
        Assert.Contains("still to come", ada.ErrorBeside(ada.Box("On which day was the list true?")), StringComparison.Ordinal);
    }

    private Task<string> CountAsync() => desk.Application.WithDatabaseAsync(async db =>
        $"{await db.Contacts.CountAsync()} {await db.Contacts.SumAsync(c => c.Revision)} {await db.AddressChanges.CountAsync()}");
}

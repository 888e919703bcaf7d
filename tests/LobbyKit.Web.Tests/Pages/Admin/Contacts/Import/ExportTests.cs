using System.Text;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Pages.Campaigns.Write;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts.Import;

/// <summary>On an installation that was just started: the export is the seeded list.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private readonly AdminDesk desk = new();

    public Task InitializeAsync() => desk.InitializeAsync();

    public Task DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task The_seeded_list_comes_out_byte_for_byte_and_goes_in_without_a_change()
    {
        var file = await File.ReadAllBytesAsync(OfficeList.File);
        using var ada = await desk.Application.SignInAsync(AdminDesk.Ada);
        var export = await ada.GetAsync("/en/admin/contacts/export");
        Assert.Equal("text/csv", export.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment; filename=contacts-2026-11-22.csv", export.Content.Headers.ContentDisposition!.ToString());
        var exported = await export.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(exported));
        Assert.Equal(file, exported);

        var import = await ImportDesk.OpenAsync(desk);
        using var browser = import.Browser;
        var counts = await import.CheckAsync(exported, name: "g20-leaders.csv");
        Assert.Equal((75, 75), (counts["All"], counts["Unchanged"]));
        Assert.Contains("There is nothing to apply.", browser.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_spreadsheets_would_run_leaves_behind_an_apostrophe_and_comes_back_as_it_was()
    {
        string[] notes = ["=1+1", "'=1+1", "''@home", "-", "+49", "@campaign", "'tis fine", "plain, with \"quotes\"; and more"];
        foreach (var (note, i) in notes.Select((n, i) => (n, i)))
        {
            await desk.AddContactAsync($"Formula {i}", change: c => (c.Note, c.Position) = (note, 1000 + i));
        }

        await desk.AddContactAsync("Formula phone", change: c =>
        {
            c.Position = 2000;
            c.Channels.Add(new ContactChannel { Kind = ChannelKind.Phone, Address = "+354 545 8400 (=cmd|' /C calc'!A0)" });
        });
        await desk.AddContactAsync("Formula retired", change: c => c.RetiredAt = DateTime.UnixEpoch);
        using var ada = await desk.Application.SignInAsync(AdminDesk.Ada);
        var exported = await ada.GetByteArrayAsync("/en/admin/contacts/export");
        var text = Encoding.UTF8.GetString(exported);
        // The seeded list first, what was made here after it.
        Assert.StartsWith(await File.ReadAllTextAsync(OfficeList.File), text, StringComparison.Ordinal);
        Assert.DoesNotContain("Formula retired", text, StringComparison.Ordinal);
        Assert.Contains(",'=1+1\n", text, StringComparison.Ordinal);
        Assert.Contains(",''=1+1\n", text, StringComparison.Ordinal);
        Assert.Contains(",'tis fine\n", text, StringComparison.Ordinal);
        Assert.Contains(",'+354 545 8400 (=cmd", text, StringComparison.Ordinal);

        var import = await ImportDesk.OpenAsync(desk);
        using var browser = import.Browser;
        var counts = await import.CheckAsync(exported);
        Assert.Equal(counts["All"], counts["Unchanged"]);
        Assert.Equal(75 + notes.Length + 1, counts["All"]);
    }

    [Fact]
    public async Task What_nobody_goes_on_with_is_forgotten_after_a_day()
    {
        var import = await ImportDesk.OpenAsync(desk);
        using var browser = import.Browser;
        await import.CheckAsync(ImportDesk.Lines(ImportDesk.Row("IS", "Forgotten")));
        var upkeep = desk.Application.Service<LobbyKit.Web.Contacts.Importing.ImportUpkeep>();
        await upkeep.RunAsync(CancellationToken.None);
        Assert.Equal(1, await desk.Application.WithDatabaseAsync(db => db.ContactImportFiles.CountAsync()));

        desk.Application.Clock.Advance(TimeSpan.FromHours(25));
        await upkeep.RunAsync(CancellationToken.None);
        Assert.Equal((0, 0, 0), await desk.Application.WithDatabaseAsync(async db =>
            (await db.ContactImports.CountAsync(), await db.ContactImportFiles.CountAsync(), await db.ContactImportRows.CountAsync())));
    }
}

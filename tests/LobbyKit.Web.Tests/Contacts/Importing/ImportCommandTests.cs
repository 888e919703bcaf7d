using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Pages.Admin.Contacts;
using LobbyKit.Web.Tests.Pages.Admin.Contacts.Import;
using LobbyKit.Web.Tests.Pages.Campaigns.Write;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Contacts.Importing;

/// <summary>The same executable as a process of its own, beside the application that serves pages, on one database.</summary>
public sealed class ImportCommandTests : IClassFixture<AdminDesk>
{
    private readonly AdminDesk desk;

    public ImportCommandTests(AdminDesk desk)
    {
        this.desk = desk;
        // Two processes share the work by the time: both have the machine's here.
        desk.Application.Clock.Advance(TimeProvider.System.GetUtcNow() - desk.Application.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_dry_run_says_what_it_would_do_and_does_nothing_and_the_import_can_be_undone_on_the_page()
    {
        var file = Write("offices.csv", ImportDesk.Lines(ImportDesk.Row("IS", "Command: new", "new@command.example"), ImportDesk.Row("IS", "Command: other")));
        var dry = await RunAsync(file, "--dry-run", "--json", "--as-of=2026-04-01");
        Assert.Equal(0, dry.ExitCode);
        using (var said = JsonDocument.Parse(dry.Output))
        {
            var counts = said.RootElement.GetProperty("counts");
            Assert.Equal((2, 0), (counts.GetProperty("new").GetInt32(), counts.GetProperty("invalid").GetInt32()));
            Assert.False(said.RootElement.GetProperty("applied").GetBoolean());
            Assert.Equal("2026-04-01", said.RootElement.GetProperty("asOf").GetString());
            Assert.Equal((2, "new", "Command: new"), (Row(said, 0, "line").GetInt32(), Row(said, 0, "kind").GetString(), Row(said, 0, "office").GetString()));
        }

        Assert.Equal((0, 0), await CountAsync("Command: "));
        Assert.DoesNotContain("Now listening", dry.Output + dry.Error, StringComparison.Ordinal);

        var applied = await RunAsync(file, "--json");
        Assert.Equal(0, applied.ExitCode);
        using (var said = JsonDocument.Parse(applied.Output))
        {
            Assert.True(said.RootElement.GetProperty("applied").GetBoolean());
            Assert.Equal((2, 1), await CountAsync("Command: "));
            var ada = await ImportDesk.OpenAsync(desk);
            using var browser = ada.Browser;
            await browser.OpenAsync($"{ImportDesk.Start}/{said.RootElement.GetProperty("import").GetInt64()}");
            Assert.Contains("by the command line", browser.MainText, StringComparison.Ordinal);
            await browser.PressAsync("Undo the whole import");
            await ada.WaitAsync();
        }

        Assert.Equal((0, 0), await CountAsync("Command: "));
    }

    [Fact]
    public async Task Invalid_rows_stop_it_unless_they_are_to_be_skipped()
    {
        var file = Write("invalid.csv", ImportDesk.Lines(ImportDesk.Row("IS", "Skip: right"), ImportDesk.Row("IS", "Skip: wrong", phone: "12")));
        var stopped = await RunAsync(file);
        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("line 3: invalid: Skip: wrong (IS)", stopped.Output, StringComparison.Ordinal);
        Assert.Contains("phone: “12” cannot be dialled", stopped.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0), await CountAsync("Skip: "));

        var skipped = await RunAsync(file, "--skip-invalid");
        Assert.True(skipped.ExitCode == 0, skipped.Output + skipped.Error);
        Assert.Equal((1, 0), await CountAsync("Skip: "));
    }

    [Fact]
    public async Task Its_own_list_changes_nothing_and_what_cannot_be_understood_is_told()
    {
        var same = await RunAsync(OfficeList.File);
        Assert.Equal(0, same.ExitCode);
        Assert.Contains("0 new, 0 changed, 75 unchanged, 0 invalid", same.Output, StringComparison.Ordinal);
        Assert.Contains("There was nothing to change.", same.Output, StringComparison.Ordinal);

        var wrong = await RunAsync("--dry", OfficeList.File);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("\"--dry\" is not understood.", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("Usage: LobbyKit.Web contacts import FILE", wrong.Error, StringComparison.Ordinal);

        var missing = await RunAsync(Path.Combine(desk.Application.Folder, "nowhere.csv"));
        Assert.Equal(1, missing.ExitCode);
    }

    [Fact]
    public async Task Columns_and_values_for_all_rows_can_be_named()
    {
        var file = Write("foreign.csv", Encoding.UTF8.GetBytes("Spalte A;Spalte B;Land\nNamed: Amt;Jemand;Österreich\n"));
        var unknown = await RunAsync(file, "--dry-run");
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("Say which column has the office", unknown.Error, StringComparison.Ordinal);
        var named = await RunAsync(
            file, "--columns", "office=Spalte A,person_name=Spalte B", "--set", "role=head_of_state,g20_status=non_member,languages=de,confidence=low");
        Assert.True(named.ExitCode == 0, named.Output + named.Error);
        var contact = await desk.Application.WithDatabaseAsync(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Office == "Named: Amt"));
        Assert.Equal(("AT", "Jemand", "Austria"), (contact.CountryCode, contact.PersonName, contact.CountryName));
    }

    private static JsonElement Row(JsonDocument said, int at, string property) => said.RootElement.GetProperty("rows")[at].GetProperty(property);

    private async Task<(int Contacts, int Waiting)> CountAsync(string prefix) => await desk.Application.WithDatabaseAsync(async db => (
        await db.Contacts.CountAsync(c => c.Office.StartsWith(prefix)),
        await db.AddressChanges.CountAsync(c => c.Contact.Office.StartsWith(prefix) && c.State == AddressChangeState.Waiting)));

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(desk.Application.Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        // It is served from the same folder, which has to be there.
        Assert.NotEmpty(desk.Application.Address);
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "contacts", "import", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = desk.Application.Folder,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["LobbyKit__Database__ConnectionString"] = $"Data Source={desk.Application.DatabaseFile}";
        start.Environment["LobbyKit__Keys__Folder"] = Path.Combine(desk.Application.Folder, "keys");
        start.Environment["LobbyKit__Mail__DemoMailboxFolder"] = Path.Combine(desk.Application.Folder, "mailbox");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Wait.AtMost);
        return (process.ExitCode, await output, await error);
    }
}

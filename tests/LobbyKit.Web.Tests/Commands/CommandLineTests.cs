using System.Diagnostics;
using System.Text.Json;
using LobbyKit.Web.Commands;
using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Architecture;
using LobbyKit.Web.Tests.Audit;

namespace LobbyKit.Web.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", false, "")]
    [InlineData("--urls http://127.0.0.1:0", false, "--urls http://127.0.0.1:0")]
    [InlineData("LobbyKit:Role=Web", false, "LobbyKit:Role=Web")]
    [InlineData("check --json", true, "")]
    [InlineData("check --LobbyKit:Status:BackupDays=3 --environment=Production", true, "--LobbyKit:Status:BackupDays=3 --environment=Production")]
    public void A_first_word_is_a_command_and_everything_else_is_for_the_host(string typed, bool isCommand, string settings)
    {
        var line = CommandLine.Of(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((isCommand, $"--hostBuilder:reloadConfigOnChange=false {settings}".TrimEnd()), (line.IsCommand, string.Join(' ', line.Settings)));
    }

    [Fact]
    public async Task In_a_process_of_its_own_a_command_says_its_answer_and_nothing_else()
    {
        await using var desk = await AuditDesk.OpenAsync();
        await desk.SealAsync();
        var head = (await desk.VerifyAsync()).Head;

        var (whole, verdict, _) = await RunAsync(desk.Application.Folder, "audit", "verify", "--json", "--head", head);
        await desk.BreakInAsync("UPDATE AuditEntries SET ActorName = 'x' WHERE Id = 7");
        var (broken, sentence, _) = await RunAsync(desk.Application.Folder, "audit", "verify");
        var (unknown, _, refusal) = await RunAsync(desk.Application.Folder, "chekc");
        var (argument, _, complaint) = await RunAsync(desk.Application.Folder, "check", "--all");
        var (missing, _, usage) = await RunAsync(desk.Application.Folder, "backup");

        Assert.Equal((0, 1, 2, 2, 2), (whole, broken, unknown, argument, missing));
        using var json = JsonDocument.Parse(verdict);
        Assert.Equal(head, json.RootElement.GetProperty("head").GetString());
        Assert.StartsWith("The chain is broken. Entry 7 is not as it was written. It now says: ", sentence, StringComparison.Ordinal);
        Assert.Equal("There is no command \"chekc\". There are: audit verify, backup, check, contacts import, help.", refusal.Trim());
        Assert.Equal("\"--all\" is not understood. Usage: LobbyKit.Web check [--json]", complaint.Trim());
        Assert.Equal("Something is missing. Usage: LobbyKit.Web backup FOLDER [--keys OTHER-FOLDER]", usage.Trim());
    }

    [Fact]
    public async Task Who_only_looks_makes_neither_database_nor_keys()
    {
        var folder = Directory.CreateTempSubdirectory("lobbykit-command-").FullName;

        var (exitCode, said, _) = await RunAsync(folder, "check");
        var (verify, _, refusal) = await RunAsync(folder, "audit", "verify");

        Assert.Equal((1, 1), (exitCode, verify));
        Assert.Contains("There is no database at ", said, StringComparison.Ordinal);
        Assert.StartsWith("This cannot be done: the database cannot be reached", refusal, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
        Directory.Delete(folder);
    }

    [Fact]
    public async Task With_the_keys_of_another_installation_nothing_starts()
    {
        await using var desk = await AuditDesk.OpenAsync();
        await using var other = await AuditDesk.OpenAsync();
        var keys = Path.Combine(other.Application.Folder, "keys");

        var (start, _, refusal) = await RunAsync(desk.Application.Folder, $"--LobbyKit:Keys:Folder={keys}");
        var (verify, said, _) = await RunAsync(desk.Application.Folder, "audit", "verify", $"--LobbyKit:Keys:Folder={keys}");

        Assert.Equal((1, 1), (start, verify));
        Assert.StartsWith("LobbyKit does not start: the keys in LobbyKit:Keys:Folder are not those of this database.", refusal, StringComparison.Ordinal);
        Assert.Contains("do not open this installation's secret", said, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [SourceTree.Application, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["LobbyKit__Database__ConnectionString"] = $"Data Source={folder}/database/lobbykit.db",
                ["LobbyKit__Keys__Folder"] = $"{folder}/keys",
                ["LobbyKit__Mail__DemoMailboxFolder"] = $"{folder}/mailbox",
            },
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Wait.AtMost);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail("It did not end.");
        }

        return (process.ExitCode, await output, await errors);
    }
}

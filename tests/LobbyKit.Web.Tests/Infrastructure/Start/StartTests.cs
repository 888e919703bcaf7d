using System.Diagnostics;
using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Architecture;

namespace LobbyKit.Web.Tests.Infrastructure.Start;

/// <summary>A setting that is wrong stops the application at start, in words that name it.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("LobbyKit:Database:MigrateAtStart", "false", "LobbyKit:Database:MigrateAtStart is false")]
    [InlineData("LobbyKit:Database:Provider", "Oracle", "LobbyKit:Database:Provider")]
    [InlineData("LobbyKit:Letters:RetentionDays", "many", "LobbyKit:Letters:RetentionDays")]
    [InlineData("LobbyKit:Site:PublicUrl", "ftp://letters.example.org", "LobbyKit:Site:PublicUrl")]
    [InlineData("LobbyKit:Seed:Contacts", "data/nothing.csv", "nothing.csv")]
    [InlineData("LobbyKit:Seed:Campaigns", "data/nothing", "nothing")]
    [InlineData("LobbyKit:Mail:Security", "Some", "LobbyKit:Mail:Security")]
    public async Task A_wrong_setting_stops_the_start_and_is_named_in_a_sentence(string setting, string value, string message)
    {
        var refusal = await RefusalAsync(new() { [setting] = value }, "Development");

        Assert.Contains(message, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_settings_are_told_at_once()
    {
        var refusal = await RefusalAsync(
            new()
            {
                ["LobbyKit:Letters:RetentionDays"] = "0",
                ["LobbyKit:Letters:ConfirmationDays"] = "31",
                ["LobbyKit:Letters:ConfirmationsPerAddressPerDay"] = "0",
                ["LobbyKit:Letters:MinimumFillSeconds"] = "-1",
                ["LobbyKit:Limits:PostsPerTenMinutes"] = "0",
                ["LobbyKit:Site:TrustedProxies:0"] = "proxy",
                ["LobbyKit:Mail:FromAddress"] = "nobody",
            },
            "Development");

        string[] sentences =
        [
            "LobbyKit:Letters:RetentionDays has to be from 1 to 365.",
            "LobbyKit:Letters:ConfirmationDays has to be from 1 to 30.",
            "LobbyKit:Letters:ConfirmationsPerAddressPerDay has to be from 1 to 100.",
            "LobbyKit:Letters:MinimumFillSeconds has to be from 0 to 60.",
            "LobbyKit:Limits:PostsPerTenMinutes has to be from 1 to 100000.",
            "LobbyKit:Site:TrustedProxies has \"proxy\", which is no IP address.",
            "LobbyKit:Mail:FromAddress is 'nobody'",
        ];
        Assert.All(sentences, sentence => Assert.Contains(sentence, refusal, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LobbyKit:Site:PublicUrl", "", "LobbyKit:Site:PublicUrl is empty")]
    [InlineData("LobbyKit:Mail:DemoMailbox", "", "Nothing says where mail goes")]
    public async Task Outside_Development_nothing_is_guessed(string setting, string value, string message)
    {
        var refusal = await RefusalAsync(new()
        {
            ["LobbyKit:Site:PublicUrl"] = "https://letters.example.org",
            ["LobbyKit:Mail:DemoMailbox"] = "true",
            ["LobbyKit:Mail:FromAddress"] = "letters@campaign.example",
            [setting] = value,
        }, "Production");

        Assert.Contains(message, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_mailbox_runs_in_production_when_told_to_by_name()
    {
        using var application = new TestApplication(new()
        {
            ["environment"] = "Production",
            ["LobbyKit:Site:PublicUrl"] = "http://letters.example.org",
            ["LobbyKit:Mail:DemoMailbox"] = "true",
        });
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();

        var mail = await writer.Inbox.WaitForConfirmationAsync(writer.Supporter.Email);
        Assert.Contains("http://letters.example.org/en/letters/", mail.Text, StringComparison.Ordinal);
    }

    /// <summary>Starts the application in a process of its own, which has to end by itself, unsuccessfully and with a sentence.</summary>
    private static async Task<string> RefusalAsync(Dictionary<string, string> settings, string environment)
    {
        var folder = Directory.CreateTempSubdirectory("lobbykit-start-").FullName;
        var start = new ProcessStartInfo("dotnet", [SourceTree.Application, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                ["LobbyKit__Database__ConnectionString"] = $"Data Source={folder}/database/lobbykit.db",
                ["LobbyKit__Keys__Folder"] = $"{folder}/keys",
            },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

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
            Assert.Fail("It started.");
        }

        Directory.Delete(folder, recursive: true);
        var said = await errors;
        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith("LobbyKit does not start: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said + await output, StringComparison.Ordinal);
        return said;
    }
}

using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using LobbyKit.Web.Commands;
using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Audit;
using Microsoft.Data.Sqlite;

namespace LobbyKit.Web.Tests.Status;

/// <summary>Asks the running application how it is in every way that there is.</summary>
internal static class StatusDesk
{
    /// <summary>What the page, the command and the public address say of one check.</summary>
    public static async Task<(string OnPage, string InCommand, int ExitCode, HttpStatusCode Ready, string Word)> AskAsync(this AuditDesk desk, string check)
    {
        var html = new HtmlParser().ParseDocument(await desk.Browser.GetStringAsync("/en/admin/status"));
        var shown = html.QuerySelectorAll(".checks > li").Single(li => li.QuerySelector("h2")!.TextContent.StartsWith(check + ":", StringComparison.Ordinal));
        var (exitCode, findings) = await CheckAsync(desk.Application);
        // The answer to the public is remembered for a moment.
        desk.Application.Clock.Advance(TimeSpan.FromSeconds(10));
        using var stranger = desk.Application.NewClient();
        using var ready = await stranger.GetAsync("/health/ready");
        return (
            Visitor.Line(shown),
            findings.RootElement.GetProperty("checks").EnumerateArray().Where(c => c.GetProperty("name").GetString() == check)
                .Select(c => $"{c.GetProperty("status").GetString()}: {c.GetProperty("finding").GetString()} {c.GetProperty("toDo").GetString()}").Single(),
            exitCode, ready.StatusCode, await ready.Content.ReadAsStringAsync());
    }

    public static async Task<(int ExitCode, JsonDocument Findings)> CheckAsync(TestApplication application)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exitCode = await CommandLine.Of(["check", "--json"]).RunAsync(application.Services, output, errors, CancellationToken.None);
        Assert.Equal("", errors.ToString());
        return (exitCode, JsonDocument.Parse(output.ToString()));
    }

    public static async Task<SqliteConnection> OpenDatabaseAsync(this AuditDesk desk, string sql)
    {
        var connection = new SqliteConnection($"Data Source={desk.Application.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}

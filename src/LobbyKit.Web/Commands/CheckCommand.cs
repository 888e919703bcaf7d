using System.Text.Json;
using LobbyKit.Web.Status;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LobbyKit.Web.Commands;

/// <summary>The status page for scripts.</summary>
internal sealed class CheckCommand(StatusBoard board) : ICommand
{
    private const string AsJson = "--json";

    public string Name => "check";

    public string Usage => "check [--json]";

    public string Summary => "Looks at database, keys, mail server and the rest. Exit code 1 when something is wrong or needs attention.";

    public IReadOnlyList<string> Options => [AsJson];

    public int Words => 0;

    public async Task<int> RunAsync(CommandArguments arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var findings = await board.LookAsync(cancellationToken);
        var isGood = findings.All(f => f.Status == HealthStatus.Healthy);
        if (arguments.Has(AsJson))
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(
                new { Good = isGood, Checks = findings.Select(f => new { f.Name, Status = f.Status.ToString(), f.Finding, f.ToDo }) }, JsonSerializerOptions.Web));
            return isGood ? 0 : 1;
        }

        foreach (var finding in findings)
        {
            await output.WriteLineAsync($"{finding.Word,-16} {finding.Name}: {finding.Finding}");
            if (finding.ToDo.Length > 0)
            {
                await output.WriteLineAsync($"{"",-16} To do: {finding.ToDo}");
            }
        }

        return isGood ? 0 : 1;
    }
}

using System.Text.Json;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Commands;

internal sealed class AuditVerifyCommand(AuditVerification verification, IDbContextFactory<LobbyKitDbContext> contexts) : ICommand
{
    private const string AsJson = "--json";
    private const string Head = "--head";

    public string Name => "audit verify";

    public string Usage => "audit verify [--head NUMBER:HASH] [--json]";

    public string Summary => "Follows the chain of the audit log. --head also demands that it goes through a head that was noted before. Exit code 1 when it is broken.";

    public IReadOnlyList<string> Options => [AsJson, Head + "="];

    public int Words => 0;

    public async Task<int> RunAsync(CommandArguments arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await db.Database.CanConnectAsync(cancellationToken) || (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                throw new InvalidDataException("the database cannot be reached, or is not of this version. See what \"check\" says.");
            }
        }

        var verdict = await verification.RunAsync(arguments.Value(Head), cancellationToken);
        await output.WriteLineAsync(arguments.Has(AsJson) ? JsonSerializer.Serialize(verdict, JsonSerializerOptions.Web) : Sentence(verdict));
        return verdict.IsWhole ? 0 : 1;
    }

    private static string Sentence(AuditVerdict verdict) => verdict.IsWhole
        ? $"The chain is whole: {verdict.Sealed} entries are as they were written."
            + (verdict.OldestUnsealed is { } since ? $" {verdict.Unsealed} more wait for their seal, the oldest since {since:yyyy-MM-dd HH:mm:ss} UTC; a running LobbyKit seals within seconds." : "")
            + (verdict.Head.Length > 0 ? $" Its head is {verdict.Head}" : "")
        : $"The chain is broken. {verdict.Problem} {verdict.Sealed} entries before that are as they were written.";
}

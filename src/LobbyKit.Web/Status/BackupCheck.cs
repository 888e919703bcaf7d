using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Status;

internal sealed class BackupCheck(
    IDbContextFactory<LobbyKitDbContext> contexts, IDatabaseEngine engine, IOptions<StatusOptions> options, IHostEnvironment environment, TimeProvider clock) : StatusCheck
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = engine.MakesCopies
            ? await db.BackupRecords.MaxAsync(b => (DateTime?)b.At, cancellationToken)
            : await engine.LastOwnBackupAsync(cancellationToken);
        if (last is null && !engine.MakesCopies)
        {
            return Good("Whether SQL Server makes backups cannot be seen from here: LobbyKit's account may not read msdb, or there is none. See for yourself.");
        }

        if (last >= clock.GetUtcNow().UtcDateTime.AddDays(-options.Value.BackupDays))
        {
            return Good($"The last backup was made on {Time(last.Value)}.");
        }

        var finding = last is null ? "No backup was ever made with LobbyKit." : $"The last backup was made on {Time(last.Value)}, more than {options.Value.BackupDays} days ago.";
        return environment.IsDevelopment()
            ? Good($"{finding} In Development that is as it should be.")
            : Attention(finding, engine.MakesCopies
                ? "Run \"LobbyKit.Web backup FOLDER\" every day, and keep the keys' folder somewhere else."
                : "Plan backups at SQL Server.");
    }

    private static string Time(DateTime at) => at.ToString("d MMM yyyy, HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}

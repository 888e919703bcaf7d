using System.Globalization;
using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Status;

/// <summary>Of SQL Server's own disk nothing can be seen from here; then it is the one where this machine writes, its keys'.</summary>
internal sealed class DiskCheck(IDatabaseEngine engine, KeyFolder keys, IOptions<StatusOptions> options) : StatusCheck
{
    protected override Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var folder = engine.Folder ?? keys.Path;
        // The nearest folder that is there: a volume can be asked even when its own folder is not made yet.
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            folder = above;
        }

        var free = new DriveInfo(folder).AvailableFreeSpace / 1048576;
        var where = engine.Folder is null ? $"This machine's disk ({folder}; SQL Server's own is for SQL Server to watch)" : $"The database's disk ({folder})";
        var finding = string.Create(CultureInfo.InvariantCulture, $"{where} has {free:N0} MB free; {options.Value.MinimumFreeMegabytes:N0} MB is the least.");
        return Task.FromResult(free >= options.Value.MinimumFreeMegabytes
            ? Good(finding)
            : Wrong(finding, "Make room, or a larger disk. On a full disk nothing is lost that was saved, and nothing more can be."));
    }
}

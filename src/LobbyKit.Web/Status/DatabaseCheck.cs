using LobbyKit.Web.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Status;

internal sealed class DatabaseCheck(IDatabaseEngine engine, IOptions<StatusOptions> options) : StatusCheck
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Good(await engine.LookAsync(options.Value.Timeout, cancellationToken));
        }
        catch (InvalidDataException problem)
        {
            return Wrong(
                problem.Message,
                "Look whether LobbyKit:Database:ConnectionString names the right database, whether its disk is there and writable for the user that runs LobbyKit, "
                + "and whether another program holds it.");
        }
    }
}

using LobbyKit.Web.Delivery;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Status;

internal sealed class MailServerCheck(MailServerProbe server, IOptions<StatusOptions> options) : StatusCheck
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Good(await server.GreetAsync(options.Value.Timeout, cancellationToken));
        }
        catch (InvalidDataException problem)
        {
            return Attention(
                $"{problem.Message} Letters wait until it does.",
                "Look whether LobbyKit:Mail:Host, Port and Security are right, whether the server runs, and whether a firewall lets this machine through to it.");
        }
    }
}

using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LobbyKit.Web.Status;

/// <summary>One look at one thing. What goes wrong while looking is a finding like any other.</summary>
public abstract class StatusCheck : IHealthCheck
{
    /// <summary>Where a result keeps what to do about it.</summary>
    internal const string ToDo = "do";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await LookAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Whatever it is, somebody has asked how things are and gets an answer.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return new HealthCheckResult(
                context.Registration.FailureStatus,
                $"This could not be found out: {problem.GetBaseException().Message}",
                exception: null,
                new Dictionary<string, object> { [ToDo] = "See what the other checks say; the database is the first to mend." });
        }
    }

    protected abstract Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken);

    protected static HealthCheckResult Good(string finding) => HealthCheckResult.Healthy(finding);

    /// <summary>LobbyKit works, and somebody has to do something before it does not.</summary>
    protected static HealthCheckResult Attention(string finding, string toDo) => HealthCheckResult.Degraded(finding, data: new Dictionary<string, object> { [ToDo] = toDo });

    protected static HealthCheckResult Wrong(string finding, string toDo) => HealthCheckResult.Unhealthy(finding, data: new Dictionary<string, object> { [ToDo] = toDo });
}

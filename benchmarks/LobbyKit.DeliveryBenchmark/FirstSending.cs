using System.Diagnostics;
using LobbyKit.Web.Delivery;

namespace LobbyKit.DeliveryBenchmark;

/// <summary>A mail server that costs nothing, to see how long the engine takes from being woken to its first letter: the claim.</summary>
internal sealed class FirstSending : IMailTransport
{
    private Action enough = () => { };
    private long first;

    /// <summary>Milliseconds from the start of a batch to its first letter.</summary>
    public async Task<double> TimeAsync(DeliveryBatch batch)
    {
        Interlocked.Exchange(ref first, 0);
        using var stop = new CancellationTokenSource();
        enough = stop.Cancel;
        var started = Stopwatch.GetTimestamp();
        await batch.RunAsync(stop.Token);
        return Stopwatch.GetElapsedTime(started, Interlocked.Read(ref first)).TotalMilliseconds;
    }

    public Task<DeliveryReply> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        // The rest of the batch is given back.
        Interlocked.CompareExchange(ref first, Stopwatch.GetTimestamp(), 0);
        enough();
        return Task.FromResult(new DeliveryReply(DeliveryOutcome.Accepted, 250, "2.0.0", "taken"));
    }
}

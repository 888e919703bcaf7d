using System.Threading.Channels;

namespace LobbyKit.Web.Delivery;

/// <summary>Lets a request tell this process's worker that there is something to send. A hint: the worker looks by itself, too.</summary>
public sealed class DeliverySignal
{
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Call it after the commit.</summary>
    public void Wake() => signals.Writer.TryWrite(true);

    internal async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(signals.Reader.WaitToReadAsync(enough.Token).AsTask(), Task.Delay(atMost, clock, enough.Token));
        await enough.CancelAsync();
        signals.Reader.TryRead(out _);
    }
}

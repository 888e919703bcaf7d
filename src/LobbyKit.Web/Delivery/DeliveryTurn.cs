namespace LobbyKit.Web.Delivery;

/// <summary>One writer at a time among this process's senders: SQLite has no more, and to queue here is cheaper than to collide there.</summary>
public sealed class DeliveryTurn : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <returns>To be disposed of when the transaction has ended.</returns>
    internal async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        return new Turn(one);
    }

    public void Dispose() => one.Dispose();

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}

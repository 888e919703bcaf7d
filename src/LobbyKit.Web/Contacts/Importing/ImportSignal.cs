namespace LobbyKit.Web.Contacts.Importing;

/// <summary>Lets a request tell this process's worker that there is something to do. A hint: the worker looks by itself, too.</summary>
public sealed class ImportSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0);

    /// <summary>Call it after the commit.</summary>
    public void Wake() => signal.Release();

    public void Dispose() => signal.Dispose();

    internal Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => signal.WaitAsync(atMost, cancellationToken);
}

namespace LobbyKit.PaceSimulation;

/// <summary>Goes when told to.</summary>
internal sealed class SimulatedClock(DateTime start) : TimeProvider
{
    public DateTime UtcNow { get; private set; } = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => UtcNow;

    public override long GetTimestamp() => UtcNow.Ticks;

    public void Advance(TimeSpan by) => UtcNow += by;
}

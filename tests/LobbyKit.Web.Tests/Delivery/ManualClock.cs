namespace LobbyKit.Web.Tests.Delivery;

/// <summary>A clock that goes when told to, and starts well before the real one. Timers are real ones.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public ManualClock()
        : this(new DateTimeOffset(2020, 1, 6, 9, 0, 0, TimeSpan.Zero))
    {
    }

    public DateTime UtcNow => now.UtcDateTime;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Called at each look at the clock: a place to do something in between.</summary>
    public Action? Looked { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        Looked?.Invoke();
        return now;
    }

    public override long GetTimestamp() => now.Ticks;

    public void Advance(TimeSpan by) => now += by;
}

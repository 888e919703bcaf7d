namespace LobbyKit.Web.Tests.Application;

/// <summary>Goes on by itself, as clocks do, from a day on which the sample campaign is open; jumps when told to. Timers are real ones.</summary>
public sealed class CampaignClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly long startedAt = TimeProvider.System.GetTimestamp();
    private long jumpedTicks;

    public override DateTimeOffset GetUtcNow() =>
        Start + TimeProvider.System.GetElapsedTime(startedAt) + TimeSpan.FromTicks(Interlocked.Read(ref jumpedTicks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref jumpedTicks, by.Ticks);
}

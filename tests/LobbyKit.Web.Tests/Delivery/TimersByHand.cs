namespace LobbyKit.Web.Tests.Delivery;

/// <summary>A clock whose timers go off when it is moved past them, and not otherwise. Each goes off once.</summary>
internal sealed class TimersByHand : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> set = [];
    private TimeSpan now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>How many have not gone off yet.</summary>
    public int Pending
    {
        get
        {
            lock (gate)
            {
                return set.Count;
            }
        }
    }

    /// <summary>What goes off has gone off when this returns.</summary>
    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (gate)
        {
            now += by;
            due = [.. set.Where(t => t.At <= now)];
            set.RemoveAll(due.Contains);
        }

        due.ForEach(t => t.GoOff());
    }

    private sealed class Timer(TimersByHand clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan At { get; private set; }

        public void GoOff() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.set.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    At = clock.now + dueTime;
                    clock.set.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

using LobbyKit.Web.Delivery.Pace;

namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>What may pass at one moment, lane by lane, and what of it a plan has used up.</summary>
internal sealed class LaneGates(IEnumerable<DeliveryLane> lanes, IEnumerable<DeliveryPause> pauses, DateTime now, TimeSpan lease)
{
    /// <summary>So much of a pace that nobody was there to use is made up for: a worker looks only every second.</summary>
    private static readonly TimeSpan MadeUpFor = TimeSpan.FromSeconds(5);

    private readonly Dictionary<LaneName, DeliveryLane> lanes = lanes.ToDictionary(l => new LaneName(l.Kind, l.Key));
    private readonly HashSet<LaneName> paused = [.. pauses.Select(p => new LaneName(p.Kind, p.Which))];
    private readonly Dictionary<LaneName, LaneMove> moves = [];
    private readonly HashSet<LaneName> probed = [];

    public IReadOnlyDictionary<LaneName, DeliveryLane> Lanes => lanes;

    public IReadOnlyCollection<LaneMove> Moves => moves.Values;

    public bool IsPaused(LaneName name) => paused.Contains(name);

    /// <summary>How many more may pass, apart from the pace: none, one for a try, or any number.</summary>
    public int Open(LaneName name)
    {
        if (paused.Contains(name))
        {
            return 0;
        }

        return lanes.GetValueOrDefault(name) is not { StoppedAt: not null } stopped
            ? int.MaxValue
            : stopped.ProbeAt <= now && !probed.Contains(name) ? 1 : 0;
    }

    /// <summary>How many more may pass at a pace.</summary>
    /// <param name="name">The lane.</param>
    /// <param name="perHour">0 where nothing goes at this hour; infinite where there is no pace.</param>
    public int Open(LaneName name, double perHour)
    {
        var open = Open(name);
        if (open == 0 || double.IsPositiveInfinity(perHour))
        {
            return open;
        }

        var next = NextAt(name);
        return perHour <= 0 || next > now ? 0 : Math.Min(open, 1 + (int)((now - next) / Pacemaker.Interval(perHour)));
    }

    /// <summary>Lets so many through; the lane's next one waits for its turn.</summary>
    /// <param name="name">The lane.</param>
    /// <param name="count">How many.</param>
    /// <param name="perHour">As asked before.</param>
    public void Pass(LaneName name, int count, double perHour)
    {
        var seen = lanes.GetValueOrDefault(name);
        var next = moves.GetValueOrDefault(name)?.NextAt ?? seen?.NextAt ?? DateTime.MinValue;
        var probeAt = seen?.ProbeAt;
        if (!double.IsPositiveInfinity(perHour))
        {
            // A little more, never less, so that letters do not come like clockwork.
            var jitter = 1 + (0.1 * Random.Shared.NextDouble());
            next = NextAt(name) + (Pacemaker.Interval(perHour) * count * jitter);
        }

        if (seen?.StoppedAt is not null)
        {
            probed.Add(name);
            probeAt = now + lease;
        }

        if (next != (seen?.NextAt ?? DateTime.MinValue) || probeAt != seen?.ProbeAt)
        {
            moves[name] = new LaneMove(name, seen, next, probeAt);
        }
    }

    private DateTime NextAt(LaneName name)
    {
        var next = moves.GetValueOrDefault(name)?.NextAt ?? lanes.GetValueOrDefault(name)?.NextAt ?? DateTime.MinValue;
        return next < now - MadeUpFor ? now - MadeUpFor : next;
    }
}

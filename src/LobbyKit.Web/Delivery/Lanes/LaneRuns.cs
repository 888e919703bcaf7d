namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>The runs of failures while one batch is being sent, lane by lane, beginning with what was known before it. Safe for several senders.</summary>
internal sealed class LaneRuns(IReadOnlyDictionary<LaneName, DeliveryLane> known)
{
    private readonly Lock gate = new();
    private readonly Dictionary<LaneName, LaneRun> runs = [];

    /// <summary>Whether any of the lanes has been stopped since the batch began, so that nothing more is to be sent on it.</summary>
    public bool IsStopped(IReadOnlyList<LaneName> lanes)
    {
        lock (gate)
        {
            return lanes.Any(l => runs.GetValueOrDefault(l)?.IsStopped == true);
        }
    }

    public void Note(IReadOnlyList<LaneName> lanes, DeliveryReply reply)
    {
        var reason = AnswerReasons.Of(reply.Outcome, reply.Code, reply.EnhancedCode);
        lock (gate)
        {
            foreach (var lane in lanes)
            {
                var before = runs.GetValueOrDefault(lane) ?? LaneRun.Of(known.GetValueOrDefault(lane));
                var after = reply.Outcome == DeliveryOutcome.Accepted
                    ? LaneRun.Recovered
                    : BreakerRules.For(lane.Kind, reply.IsAboutUs, reason) is { } rule
                        ? before.Failed(reason, rule)
                        // The relay that says no to this letter talks to us; of the others it says nothing.
                        : lane.Kind == LaneKind.Relay ? LaneRun.Recovered : before;
                if (after != before)
                {
                    runs[lane] = after;
                }
            }
        }
    }

    /// <summary>Those of which something new is known.</summary>
    public IReadOnlyDictionary<LaneName, LaneRun> News()
    {
        lock (gate)
        {
            return runs.Where(r => r.Value != LaneRun.Of(known.GetValueOrDefault(r.Key))).ToDictionary();
        }
    }
}

namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>A run of failures of one kind on one lane.</summary>
/// <param name="Failures">How many; 0 where the last answer was good.</param>
/// <param name="Because">The reason they share.</param>
/// <param name="Rule">By which the last one counted; null where it did not fail in this batch.</param>
/// <param name="WasStopped">Whether the lane was stopped when the batch began: what was sent was a try.</param>
internal sealed record LaneRun(int Failures, AnswerReason? Because, BreakerRule? Rule, bool WasStopped)
{
    public bool IsStopped => Rule is not null && (WasStopped || Failures >= Rule.Failures);

    public static LaneRun Of(DeliveryLane? lane) =>
        lane is null ? new(0, null, null, false) : new(lane.Failures, lane.FailingBecause, null, lane.StoppedAt is not null);

    public static LaneRun Recovered { get; } = new(0, null, null, false);

    public LaneRun Failed(AnswerReason reason, BreakerRule rule) => this with
    {
        // A failure of another kind begins another run, unless the lane is stopped: there any failure says that it is not well yet.
        Failures = WasStopped || Because == reason ? Failures + 1 : 1,
        Because = reason,
        Rule = rule,
    };
}

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>How delivery stands at one moment.</summary>
/// <param name="Depth">What waits.</param>
/// <param name="Answers">What mail servers answered since midnight, UTC.</param>
/// <param name="Stopped">By failures.</param>
/// <param name="Paused">By people.</param>
public sealed record DeliveryOverview(
    QueueDepth Depth, IReadOnlyList<AnswersToday> Answers, IReadOnlyList<StoppedLane> Stopped, IReadOnlyList<PausedLane> Paused);

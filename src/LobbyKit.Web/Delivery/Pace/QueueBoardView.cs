namespace LobbyKit.Web.Delivery.Pace;

/// <summary>What <see cref="QueueBoard"/> saw at its last look.</summary>
/// <param name="Queues">Those in which letters waited.</param>
/// <param name="Events">By campaign.</param>
public sealed record QueueBoardView(IReadOnlyList<WaitingLetters> Queues, IReadOnlyDictionary<int, CampaignEvent> Events)
{
    public DateTime Deadline(WaitingLetters queue, DateTime now) => Events[queue.CampaignId].Deadline(now);
}

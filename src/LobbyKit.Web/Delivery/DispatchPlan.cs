using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Delivery;

/// <summary>What a worker wants to claim, and what has to hold for it.</summary>
/// <param name="Mails">Ids in the outbox, each with the lanes that it goes by.</param>
/// <param name="Moves">Steps of lanes that have to succeed together with the claim.</param>
/// <param name="Lanes">As they were seen.</param>
internal sealed record DispatchPlan(
    IReadOnlyDictionary<long, IReadOnlyList<LaneName>> Mails, IReadOnlyCollection<LaneMove> Moves, IReadOnlyDictionary<LaneName, DeliveryLane> Lanes)
{
    public bool IsEmpty => Mails.Count == 0;
}

namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>A step of a lane that goes with a claim: only where the lane still is as it was seen may the claim be made.</summary>
/// <param name="Name">The lane.</param>
/// <param name="Seen">As it was looked at; null where it had no row.</param>
/// <param name="NextAt">When its pace lets the next one through.</param>
/// <param name="ProbeAt">When the next letter may be tried on a stopped lane; null where it is open.</param>
internal sealed record LaneMove(LaneName Name, DeliveryLane? Seen, DateTime NextAt, DateTime? ProbeAt);

using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>A lane that somebody keeps waiting.</summary>
/// <param name="Name">The lane.</param>
/// <param name="Title">For people.</param>
/// <param name="Since">When it was paused.</param>
/// <param name="By">Who did it.</param>
public sealed record PausedLane(LaneName Name, string Title, DateTime Since, string By);

using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Delivery.Meters;

/// <summary>What the gauges show, as it was counted last.</summary>
/// <param name="Depth">What waits.</param>
/// <param name="Stopped">How many lanes of each kind failures have stopped.</param>
/// <param name="Paused">How many people keep waiting.</param>
internal sealed record GaugeFigures(QueueDepth Depth, IReadOnlyDictionary<LaneKind, int> Stopped, IReadOnlyDictionary<LaneKind, int> Paused);

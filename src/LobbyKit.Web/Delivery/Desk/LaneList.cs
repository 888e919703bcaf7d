namespace LobbyKit.Web.Delivery.Desk;

/// <summary>One page of a list.</summary>
/// <param name="Rows">Those with the most letters first.</param>
/// <param name="Total">On all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">How many there are, 1 at least.</param>
public sealed record LaneList(IReadOnlyList<LaneRow> Rows, int Total, int Page, int Pages);

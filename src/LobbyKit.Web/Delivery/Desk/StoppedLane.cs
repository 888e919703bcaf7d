using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>A lane that a run of failures has stopped.</summary>
/// <param name="Name">The lane.</param>
/// <param name="Title">For people.</param>
/// <param name="Since">When it was stopped.</param>
/// <param name="Because">What the failures had in common.</param>
/// <param name="Failures">How many in a row.</param>
/// <param name="NextTry">When one letter is tried again.</param>
public sealed record StoppedLane(LaneName Name, string Title, DateTime Since, AnswerReason? Because, int Failures, DateTime NextTry);

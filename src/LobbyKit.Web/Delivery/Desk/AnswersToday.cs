namespace LobbyKit.Web.Delivery.Desk;

/// <summary>How often mail servers have answered in one way since midnight, UTC.</summary>
/// <param name="Outcome">What followed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Answers">How often; an e-mail that was tried three times has three.</param>
/// <param name="LastAt">When last.</param>
public sealed record AnswersToday(DeliveryOutcome Outcome, AnswerReason Reason, int Answers, DateTime LastAt);

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>One try to deliver an e-mail.</summary>
/// <param name="Number">1, 2, 3…</param>
/// <param name="At">When it began.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Code">The reply's; null where no server answered.</param>
/// <param name="EnhancedCode">Empty where there is none.</param>
/// <param name="Words">The server's own, without addresses; empty where they are not to be shown, or were forgotten.</param>
public sealed record MailTry(
    int Number, DateTime At, TimeSpan Took, DeliveryOutcome Outcome, AnswerReason Reason, int? Code, string EnhancedCode, string Words);

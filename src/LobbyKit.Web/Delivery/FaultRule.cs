namespace LobbyKit.Web.Delivery;

/// <summary>One row of the table that says what follows where no server's reply decides.</summary>
/// <param name="Fault">What went wrong.</param>
/// <param name="First">From this step…</param>
/// <param name="Last">…to this one.</param>
/// <param name="Outcome">What follows.</param>
/// <param name="IsAboutUs">Whether every other e-mail would fare the same.</param>
/// <param name="EnhancedCode">What a mail server would call it (RFC 3463), so that it can be counted without its words; empty for nothing.</param>
/// <param name="Sentence">It in plain words; empty where the words come with the fault.</param>
public sealed record FaultRule(
    DeliveryFault Fault, SmtpStep First, SmtpStep Last, DeliveryOutcome Outcome, bool IsAboutUs, string EnhancedCode, string Sentence)
{
    public bool Fits(DeliveryFault fault, SmtpStep step) => fault == Fault && step >= First && step <= Last;
}

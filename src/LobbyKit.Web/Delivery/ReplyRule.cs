namespace LobbyKit.Web.Delivery;

/// <summary>One row of the table that says what a server's reply means.</summary>
/// <param name="First">From this step…</param>
/// <param name="Last">…to this one.</param>
/// <param name="LowestCode">From this reply code…</param>
/// <param name="HighestCode">…to this one.</param>
/// <param name="Enhanced">The end of the enhanced code, such as <c>.2.2</c>; empty for any.</param>
/// <param name="Word">A word that the reply must have; empty for none.</param>
/// <param name="Outcome">What follows.</param>
/// <param name="IsAboutUs">Whether it is about this server and not about this one e-mail, so that every other would fare the same.</param>
public sealed record ReplyRule(
    SmtpStep First, SmtpStep Last, int LowestCode, int HighestCode, string Enhanced, string Word, DeliveryOutcome Outcome, bool IsAboutUs)
{
    public bool Fits(SmtpStep step, int code, string enhancedCode, string text) =>
        step >= First && step <= Last
        && code >= LowestCode && code <= HighestCode
        && enhancedCode.EndsWith(Enhanced, StringComparison.Ordinal)
        && text.Contains(Word, StringComparison.OrdinalIgnoreCase);
}

namespace LobbyKit.Web.Delivery;

/// <summary>One row of the table that finds the reason in an answer's codes.</summary>
/// <param name="Outcome">What was made of the answer; null for anything.</param>
/// <param name="LowestCode">From this reply code…</param>
/// <param name="HighestCode">…to this one.</param>
/// <param name="Enhanced">How the enhanced code goes on after its class, such as <c>.2.2</c>; empty for any.</param>
/// <param name="Reason">The reason.</param>
internal sealed record AnswerReasonRule(DeliveryOutcome? Outcome, int LowestCode, int HighestCode, string Enhanced, AnswerReason Reason)
{
    public bool Fits(DeliveryOutcome outcome, int code, string enhancedCode) =>
        (Outcome is null || Outcome == outcome)
        && code >= LowestCode && code <= HighestCode
        && (Enhanced.Length == 0 || FitsEnhanced(enhancedCode));

    // ".1.1" must not fit 5.1.10, and ".7." is to fit all of 5.7.x.
    private bool FitsEnhanced(string enhancedCode) => enhancedCode.Length > 1
        && (Enhanced.EndsWith('.') ? enhancedCode.AsSpan(1).StartsWith(Enhanced, StringComparison.Ordinal) : enhancedCode.AsSpan(1).SequenceEqual(Enhanced));
}

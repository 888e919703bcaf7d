namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>One row of the table that says which run of failures stops which lane.</summary>
/// <param name="Kind">Of the lane.</param>
/// <param name="IsAboutUs">Whether the failure was ours, as <see cref="DeliveryReply.IsAboutUs"/> says.</param>
/// <param name="Reasons">The reasons that count; none for all.</param>
/// <param name="Failures">So many in a row, all for one reason, stop it.</param>
/// <param name="ProbesUntilTold">The admins are told after so many tries in vain.</param>
/// <param name="Waits">From the stop to the first try, from there to the second; the last one again and again.</param>
internal sealed record BreakerRule(
    LaneKind Kind, bool IsAboutUs, AnswerReason[] Reasons, int Failures, int ProbesUntilTold, TimeSpan[] Waits)
{
    public bool Fits(LaneKind kind, bool isAboutUs, AnswerReason reason) =>
        kind == Kind && isAboutUs == IsAboutUs && (Reasons.Length == 0 || Reasons.Contains(reason));

    public TimeSpan Wait(int probes) => Waits[Math.Min(probes, Waits.Length - 1)];
}

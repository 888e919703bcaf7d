using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Pages.Letters;

/// <summary>What a letter's supporter is told of its way.</summary>
public static class ReceiptSteps
{
    private static readonly LetterState[] Told =
        [LetterState.Queued, LetterState.Accepted, LetterState.Reported, LetterState.Rejected, LetterState.Bounced, LetterState.Withdrawn];

    /// <summary>The earliest first. That a worker took it and put it back is no step on its way.</summary>
    public static IEnumerable<LetterEvent> Of(Letter letter) =>
        letter.Events.Where(e => Told.Contains(e.To) && e is not { From: LetterState.Sending, To: LetterState.Queued }).OrderBy(e => e.At);

    /// <returns>The key of a step's name.</returns>
    public static string Key(LetterEvent step, bool wasDropped) => step is not { To: LetterState.Withdrawn, By: LetterActor.Admin } ? $"Receipt.{step.To}.Step"
        : wasDropped ? "Receipt.Dropped.Step" : "Receipt.OfficeGone.Step";
}

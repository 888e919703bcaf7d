using static LobbyKit.Web.Letters.LetterState;

namespace LobbyKit.Web.Letters;

/// <summary>The allowed moves of a letter, and the one method that makes them.</summary>
public static class LetterLife
{
    private static readonly Dictionary<LetterState, LetterState[]> Moves = new()
    {
        [AwaitingConfirmation] = [Queued, Held, Reported, Withdrawn, Expired],
        [Held] = [Queued, Withdrawn, Expired],
        [Queued] = [Sending, Withdrawn],
        // Back to Queued: the worker that had claimed it died before it could record an outcome.
        [Sending] = [Accepted, Retrying, Rejected, Queued],
        [Retrying] = [Sending, Withdrawn, Rejected],
        [Accepted] = [Bounced, Answered],
        [Bounced] = [Answered],
        // Said by mistake: the supporter may take "I sent it" back.
        [Reported] = [AwaitingConfirmation, Answered],
        [Expired] = [],
        [Withdrawn] = [],
        [Rejected] = [],
        [Answered] = [],
    };

    /// <summary>States after which nothing more happens to a letter by itself; retention counts from here.</summary>
    public static IReadOnlyList<LetterState> Finished { get; } =
        [Accepted, Answered, Rejected, Bounced, Withdrawn, Expired, Reported];

    /// <summary>States that count as a letter on its way or delivered.</summary>
    public static IReadOnlyList<LetterState> Counted { get; } =
        [Queued, Sending, Retrying, Accepted, Answered, Reported];

    public static bool MayMove(LetterState from, LetterState to) => Moves[from].Contains(to);

    /// <exception cref="InvalidOperationException">The move is not allowed.</exception>
    public static void MoveTo(this Letter letter, LetterState to, DateTime atUtc, LetterActor by)
    {
        if (!MayMove(letter.State, to))
        {
            throw new InvalidOperationException($"Letter {letter.Id} cannot move from {letter.State} to {to}.");
        }

        letter.Events.Add(new LetterEvent { From = letter.State, To = to, At = atUtc, By = by });
        letter.State = to;
        letter.StateAt = atUtc;
        letter.Revision++;
    }
}

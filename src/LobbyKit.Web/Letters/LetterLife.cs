using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;
using static LobbyKit.Web.Letters.LetterState;

namespace LobbyKit.Web.Letters;

/// <summary>The allowed moves of a letter, and the one method that makes them.</summary>
public static class LetterLife
{
    private static readonly Dictionary<LetterState, LetterState[]> Moves = new()
    {
        [AwaitingConfirmation] = [Queued, Held, Reported, Withdrawn, Expired],
        [Held] = [Queued, Withdrawn, Expired],
        // Most are accepted within a second, and never seen as Sending.
        [Queued] = [Sending, Accepted, Retrying, Rejected, Withdrawn],
        // Back to Queued: the worker that had claimed it died before it could record an outcome.
        [Sending] = [Accepted, Retrying, Rejected, Queued],
        [Retrying] = [Sending, Accepted, Retrying, Withdrawn, Rejected],
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

    /// <summary>
    /// The same for many letters of which nothing else is needed, within the caller's transaction: their texts stay in the database.
    /// </summary>
    /// <exception cref="InvalidOperationException">A move is not allowed.</exception>
    /// <exception cref="DbUpdateConcurrencyException">One of them is no longer where it was.</exception>
    public static async Task MoveAsync(
        LobbyKitDbContext db, IEnumerable<(long Id, LetterState From)> letters, LetterState to, DateTime atUtc, LetterActor by, CancellationToken cancellationToken)
    {
        foreach (var group in letters.GroupBy(l => l.From, l => l.Id))
        {
            var (from, ids) = (group.Key, group.ToList());
            if (!MayMove(from, to))
            {
                throw new InvalidOperationException($"{ids.Count} letters cannot move from {from} to {to}.");
            }

            var moved = await db.Letters.Where(l => EF.Parameter(ids).Contains(l.Id) && l.State == from).ExecuteUpdateAsync(
                set => set.SetProperty(l => l.State, to).SetProperty(l => l.StateAt, atUtc).SetProperty(l => l.Revision, l => l.Revision + 1), cancellationToken);
            if (moved != ids.Count)
            {
                throw new DbUpdateConcurrencyException($"{ids.Count - moved} of {ids.Count} letters were moved by somebody else.");
            }

            await db.InsertAsync([.. ids.Select(id => new LetterEvent { LetterId = id, From = from, To = to, At = atUtc, By = by })], cancellationToken);
        }
    }
}

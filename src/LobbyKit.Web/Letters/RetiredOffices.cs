using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>
/// Ends letters to offices that were retired with nobody to take their place: no letter waits for what does not come. Their receipts say
/// so, and who wrote one may write to another office.
/// </summary>
public sealed class RetiredOffices(IDbContextFactory<LobbyKitDbContext> contexts, Outbox outbox, TimeProvider clock)
{
    private const int Batch = 200;

    private static readonly LetterState[] Waiting = [LetterState.AwaitingConfirmation, LetterState.Held, LetterState.Queued, LetterState.Retrying];

    /// <summary>Some of them; the rest the next time. One that a worker has in hand at this moment is looked at again then.</summary>
    /// <returns>How many were ended.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var gone = db.Contacts
            .Where(c => c.RetiredAt != null && (c.MergedIntoId == null || db.Contacts.Any(o => o.Id == c.MergedIntoId && o.RetiredAt != null)))
            .Select(c => c.Id);
        var letters = await db.Letters.Where(l => l.Route == LetterRoute.Server && Waiting.Contains(l.State) && gone.Contains(l.ContactId))
            .OrderBy(l => l.Id).Select(l => l.Id).Take(Batch).ToListAsync(cancellationToken);
        var ended = 0;
        foreach (var id in letters)
        {
            ended += await EndAsync(db, id, cancellationToken) ? 1 : 0;
        }

        return ended;
    }

    private async Task<bool> EndAsync(LobbyKitDbContext db, long id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var letter = await db.Letters.SingleAsync(l => l.Id == id, cancellationToken);
        try
        {
            if (!Waiting.Contains(letter.State) || !await outbox.TryCancelAsync(db, id, cancellationToken))
            {
                return false;
            }

            letter.MoveTo(LetterState.Withdrawn, clock.GetUtcNow().UtcDateTime, LetterActor.Admin);
            letter.OneLetterKey = null;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}

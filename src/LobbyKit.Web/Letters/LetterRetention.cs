using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Letters;

/// <summary>Lets unconfirmed letters expire, and erases what is personal in finished ones.</summary>
public sealed class LetterRetention(
    IDbContextFactory<LobbyKitDbContext> contexts, IOptions<LetterOptions> options, TimeProvider clock, ILogger<LetterRetention> logger)
{
    private const int BatchSize = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var expired = await EachAsync(LettersToExpire, l => l.MoveTo(LetterState.Expired, Now, LetterActor.Retention), cancellationToken);
        var scrubbed = await EachAsync(LettersToScrub, Scrub, cancellationToken);
        if (expired + scrubbed > 0)
        {
            logger.LogInformation("Retention: {Expired} letters expired, {Scrubbed} scrubbed.", expired, scrubbed);
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private IQueryable<Letter> LettersToExpire(LobbyKitDbContext db)
    {
        var before = Now.AddDays(-options.Value.ConfirmationDays);
        // Whatever can still be confirmed has its text: to say so lets the index of unscrubbed letters answer.
        return db.Letters.Where(l => (l.State == LetterState.AwaitingConfirmation || l.State == LetterState.Held)
            && l.StateAt < before && l.HasText);
    }

    private IQueryable<Letter> LettersToScrub(LobbyKitDbContext db)
    {
        var before = Now.AddDays(-options.Value.RetentionDays);
        return db.Letters.Where(l => LetterLife.Finished.Contains(l.State) && l.StateAt < before && l.HasText);
    }

    private static void Scrub(Letter letter)
    {
        LetterScrub.Apply(letter);
        letter.Revision++;
    }

    private async Task<int> EachAsync(
        Func<LobbyKitDbContext, IQueryable<Letter>> which, Action<Letter> change, CancellationToken cancellationToken)
    {
        var done = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var letters = await which(db).OrderBy(l => l.Id).Take(BatchSize).ToListAsync(cancellationToken);
            if (letters.Count == 0)
            {
                break;
            }

            letters.ForEach(change);
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await LetterScrub.EraseAsync(db, [.. letters.Where(l => !l.HasText).Select(l => l.Id)], cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                done += letters.Count;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Its supporter, or another node, was at one of them in the same moment. They are looked at anew.
            }
        }

        return done;
    }
}

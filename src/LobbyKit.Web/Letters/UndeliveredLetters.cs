using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>Tells supporters whose letter was refused, came back, or waits for an address that is stopped, that there is another way.</summary>
public sealed class UndeliveredLetters(
    IDbContextFactory<LobbyKitDbContext> contexts, LetterAnswers answers, SealedJson sealing, DeliverySignal signal, TimeProvider clock, ILogger<UndeliveredLetters> logger)
{
    private const int BatchSize = 100;

    /// <summary>Older ones are not looked for: their supporters have seen it, or have let it be.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var told = 0;
        for (var failed = 0; failed < BatchSize;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var letters = await Find(db).Include(l => l.Sealed).OrderBy(l => l.Id).Take(BatchSize).ToListAsync(cancellationToken);
            if (letters.Count == 0)
            {
                break;
            }

            foreach (var letter in letters)
            {
                letter.ToldUndeliveredAt = clock.GetUtcNow().UtcDateTime;
                letter.Revision++;
                await answers.AddUndeliveredAsync(db, letter, sealing.Open<LetterContent>(letter.Sealed!.Content), cancellationToken);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                told += letters.Count;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node, or a supporter, was at one of them. They are looked at anew.
                failed++;
            }
        }

        if (told > 0)
        {
            logger.LogInformation("{Letters} supporters are told that their letter was not delivered.", told);
            signal.Wake();
        }
    }

    private IQueryable<Letter> Find(LobbyKitDbContext db)
    {
        var since = clock.GetUtcNow().UtcDateTime - Lately;
        var stopped = db.AddressFailures.Where(f => f.HasStoppedAddress && f.At > since)
            .Where(f => !db.Contacts.Any(c => c.Id == f.ContactId && c.Channels.Any(x => x.Kind == ChannelKind.Email && x.StoppedAt == null)))
            .Select(f => f.ContactId);
        return db.Letters
            .Where(l => l.Route == LetterRoute.Server && l.HasText && l.ToldUndeliveredAt == null)
            .Where(l => ((l.State == LetterState.Rejected || l.State == LetterState.Bounced) && l.StateAt > since)
                || ((l.State == LetterState.Queued || l.State == LetterState.Retrying) && stopped.Contains(l.ContactId)));
    }
}

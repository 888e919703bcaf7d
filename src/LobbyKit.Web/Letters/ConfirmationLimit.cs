using System.Collections.Concurrent;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Letters;

/// <summary>
/// How many confirmations one e-mail address gets in 24 hours; nobody's mailbox is flooded through us. The letters are counted; those
/// that were erased meanwhile have no address any more, so this process remembers them by fingerprint until the day is over: erasing
/// would otherwise be a way around the limit.
/// </summary>
public sealed class ConfirmationLimit(IOptions<LetterOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, DateTime> erased = new();

    public async Task<bool> IsReachedAsync(LobbyKitDbContext db, string fingerprint, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().UtcDateTime - Day;
        var kept = await db.Letters.CountAsync(l => l.AddressFingerprint == fingerprint && l.CreatedAt > since, cancellationToken);
        return kept + CountErased(fingerprint, since) >= options.Value.ConfirmationsPerAddressPerDay;
    }

    /// <summary>Call it before a letter's fingerprint is taken away.</summary>
    public void RememberErased(Letter letter)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var (key, createdAt) in erased.Where(e => e.Value <= now - Day))
        {
            erased.TryRemove(new(key, createdAt));
        }

        if (letter.AddressFingerprint is { } fingerprint && letter.CreatedAt > now - Day)
        {
            erased[$"{fingerprint} {letter.Id}"] = letter.CreatedAt;
        }
    }

    private int CountErased(string fingerprint, DateTime since) =>
        erased.Count(e => e.Value > since && e.Key.StartsWith(fingerprint + " ", StringComparison.Ordinal));
}

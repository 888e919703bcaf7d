using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Contacts;

/// <summary>How many suggestions one place on the network may make in 24 hours. Kept in memory until the day is over, written nowhere.</summary>
public sealed class SuggestionLimit(IOptions<ContactOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ConcurrentQueue<(DateTime At, string Prefix)> taken = new();

    /// <summary>Counts one more, or says that there were enough.</summary>
    public bool TryTake(string addressPrefix)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        lock (taken)
        {
            while (taken.TryPeek(out var first) && (first.At <= now - Day || taken.Count > 10 * options.Value.SuggestionsPerDay))
            {
                taken.TryDequeue(out _);
            }

            if (taken.Count(t => t.Prefix == addressPrefix) >= options.Value.SuggestionsPerPrefixPerDay)
            {
                return false;
            }

            taken.Enqueue((now, addressPrefix));
            return true;
        }
    }
}

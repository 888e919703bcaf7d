using System.Globalization;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>A campaign's letters from every side, as the last count found them.</summary>
public sealed class LetterFigures
{
    private readonly List<LetterSum> sums;

    private LetterFigures(List<LetterSum> sums)
    {
        this.sums = sums;
        Days = WithoutGaps(Tally(LetterDimension.Day, s => s.Key));
        Countries = MostFirst(Tally(LetterDimension.Country, s => s.Key));
        Languages = MostFirst(Tally(LetterDimension.Language, s => s.Key));
        Routes = MostFirst(Tally(LetterDimension.Country, s => s.Route.ToString()));
    }

    /// <summary>Letters on their way or delivered, and reported ones.</summary>
    public int All => Countries.Sum(c => c.All);

    /// <summary>How many of them supporters say they delivered by their own hand.</summary>
    public int Reported => Countries.Sum(c => c.Reported);

    /// <summary>Every UTC day from the first letter's to the last one's, also those without any.</summary>
    public IReadOnlyList<LetterTally> Days { get; }

    /// <summary>Most letters first.</summary>
    public IReadOnlyList<LetterTally> Countries { get; }

    /// <inheritdoc cref="Countries"/>
    public IReadOnlyList<LetterTally> Languages { get; }

    /// <inheritdoc cref="Countries"/>
    public IReadOnlyList<LetterTally> Routes { get; }

    /// <summary>Letters in every state that there are some in, in the order of a letter's life; also those that are not counted.</summary>
    public IReadOnlyList<(LetterState State, int Letters)> States =>
        [.. Sums(LetterDimension.Country).GroupBy(s => s.State).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(s => s.Letters)))];

    /// <summary>Letters by country and state, also those that are not counted.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<LetterState, int>> CountryStates =>
        Sums(LetterDimension.Country).GroupBy(s => s.Key).ToDictionary(
            g => g.Key,
            g => (IReadOnlyDictionary<LetterState, int>)g.GroupBy(s => s.State).ToDictionary(s => s.Key, s => s.Sum(l => l.Letters)));

    public static async Task<LetterFigures> OfAsync(LobbyKitDbContext db, int campaignId, CancellationToken cancellationToken) =>
        new(await db.LetterSums.AsNoTracking().Where(s => s.CampaignId == campaignId).ToListAsync(cancellationToken));

    /// <summary>Letters written on these days, both included.</summary>
    public int Between(DateOnly first, DateOnly last) => Days.Where(d => Day(d.Key) >= first && Day(d.Key) <= last).Sum(d => d.All);

    private static DateOnly Day(string key) => DateOnly.ParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IReadOnlyList<LetterTally> WithoutGaps(IEnumerable<LetterTally> tallies)
    {
        var days = tallies.ToDictionary(t => t.Key);
        if (days.Count == 0)
        {
            return [];
        }

        var first = Day(days.Keys.Min(StringComparer.Ordinal)!);
        var last = Day(days.Keys.Max(StringComparer.Ordinal)!);
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(i => Key(first.AddDays(i)))
            .Select(key => days.GetValueOrDefault(key) ?? new LetterTally(key, 0, 0))];
    }

    private IEnumerable<LetterSum> Sums(LetterDimension dimension) => sums.Where(s => s.Dimension == dimension);

    private IEnumerable<LetterTally> Tally(LetterDimension dimension, Func<LetterSum, string> by) =>
        Sums(dimension).Where(s => LetterLife.Counted.Contains(s.State)).GroupBy(by).Select(g => new LetterTally(
            g.Key,
            g.Where(s => s.Route == LetterRoute.Server).Sum(s => s.Letters),
            g.Where(s => s.Route != LetterRoute.Server).Sum(s => s.Letters)));

    private static IReadOnlyList<LetterTally> MostFirst(IEnumerable<LetterTally> tallies) =>
        [.. tallies.OrderByDescending(t => t.All).ThenBy(t => t.Key, StringComparer.Ordinal)];
}

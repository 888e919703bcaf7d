using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Data;

/// <summary>How far a counting job has come, so that a restart does not count everything again.</summary>
public sealed class CountingMark
{
    public required string Name { get; set; }

    /// <summary>What moved before this is counted.</summary>
    public DateTime Until { get; set; }

    /// <returns>The beginning of time where nothing was ever counted.</returns>
    public static async Task<DateTime> ReadAsync(LobbyKitDbContext db, string name, CancellationToken cancellationToken) =>
        (await db.CountingMarks.AsNoTracking().FirstOrDefaultAsync(m => m.Name == name, cancellationToken))?.Until ?? DateTime.MinValue;

    /// <summary>Says of any counts whether they are still the last ones: it changes with every count that found something.</summary>
    public static async Task<string> StampAsync(LobbyKitDbContext db, CancellationToken cancellationToken) => string.Join(
        '|', (await db.CountingMarks.AsNoTracking().OrderBy(m => m.Name).ToListAsync(cancellationToken)).Select(m => $"{m.Name} {m.Until.Ticks}"));

    /// <summary>Adds to the caller's context and does not save.</summary>
    public static async Task MoveAsync(LobbyKitDbContext db, string name, DateTime until, CancellationToken cancellationToken)
    {
        if (await db.CountingMarks.FirstOrDefaultAsync(m => m.Name == name, cancellationToken) is { } mark)
        {
            mark.Until = until;
        }
        else
        {
            db.CountingMarks.Add(new CountingMark { Name = name, Until = until });
        }
    }
}

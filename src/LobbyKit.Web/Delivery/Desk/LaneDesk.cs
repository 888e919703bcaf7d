using System.Globalization;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Lanes;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>What keeps letters from going: lanes that failures have stopped, and lanes that people have paused. Both can be ended here.</summary>
public sealed class LaneDesk(LobbyKitDbContext db, DeliverySignal signal, TimeProvider clock)
{
    /// <summary>The longest stopped first.</summary>
    public async Task<IReadOnlyList<StoppedLane>> StoppedAsync(CancellationToken cancellationToken)
    {
        var lanes = await db.DeliveryLanes.AsNoTracking().Where(l => l.StoppedAt != null).OrderBy(l => l.StoppedAt).ToListAsync(cancellationToken);
        var titles = await LaneTitles.OfAsync(db, [.. lanes.Select(Name)], cancellationToken);
        return [.. lanes.Select(l => new StoppedLane(Name(l), titles[Name(l)], l.StoppedAt!.Value, l.FailingBecause, l.Failures, l.ProbeAt ?? l.StoppedAt.Value))];
    }

    /// <summary>All mail first, then the longest paused.</summary>
    public async Task<IReadOnlyList<PausedLane>> PausedAsync(CancellationToken cancellationToken)
    {
        var pauses = await db.DeliveryPauses.AsNoTracking().ToListAsync(cancellationToken);
        var titles = await LaneTitles.OfAsync(db, [.. pauses.Select(Name)], cancellationToken);
        return [.. pauses.OrderBy(p => p.Kind != LaneKind.Relay).ThenBy(p => p.Since).Select(p => new PausedLane(Name(p), Title(p), p.Since, p.By))];

        string Title(DeliveryPause pause) => pause.Kind == LaneKind.Relay ? "All mail" : titles[Name(pause)];
    }

    /// <summary>What keeps all mail, for a notice on every page of those who could do something about it.</summary>
    public async Task<(DeliveryPause? Pause, DeliveryLane? Stop)> AllAsync(CancellationToken cancellationToken) => (
        await db.DeliveryPauses.AsNoTracking().FirstOrDefaultAsync(p => p.Kind == LaneKind.Relay, cancellationToken),
        await db.DeliveryLanes.AsNoTracking().FirstOrDefaultAsync(l => l.Kind == LaneKind.Relay && l.StoppedAt != null && l.ToldAt != null, cancellationToken));

    /// <summary>Nothing more is claimed on the lane, on any node. What a worker has in hand already goes out.</summary>
    /// <param name="name">The lane; the relay for all mail but that about accounts.</param>
    /// <param name="by">The account's name.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>False where it was paused already.</returns>
    public async Task<bool> PauseAsync(LaneName name, string by, CancellationToken cancellationToken)
    {
        var pause = new DeliveryPause { Kind = name.Kind, Which = name.Key, Since = clock.GetUtcNow().UtcDateTime, By = by };
        db.DeliveryPauses.Add(pause);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            db.Entry(pause).State = EntityState.Detached;
            if (!await Pauses(name).AnyAsync(cancellationToken))
            {
                throw;
            }

            return false;
        }
    }

    /// <returns>False where it was not paused any more.</returns>
    public async Task<bool> ResumeAsync(LaneName name, CancellationToken cancellationToken)
    {
        // Loaded and saved, so that the audit log sees it.
        if (await Pauses(name).FirstOrDefaultAsync(cancellationToken) is not { } pause)
        {
            return false;
        }

        db.DeliveryPauses.Remove(pause);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        signal.Wake();
        return true;
    }

    /// <summary>Lets a stopped lane try its one letter now.</summary>
    /// <returns>False where it is not stopped any more.</returns>
    public async Task<bool> TryNowAsync(LaneName name, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var changed = await db.DeliveryLanes.Where(l => l.Kind == name.Kind && l.Key == name.Key && l.StoppedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.ProbeAt, now), cancellationToken);
        signal.Wake();
        return changed > 0;
    }

    /// <summary>The lane's name for people.</summary>
    public async Task<string> TitleAsync(LaneName name, CancellationToken cancellationToken) =>
        name.Kind == LaneKind.Relay ? "all mail" : (await LaneTitles.OfAsync(db, [name], cancellationToken))[name];

    /// <summary>Whether there is such a thing to pause.</summary>
    public async Task<bool> ExistsAsync(LaneName name, CancellationToken cancellationToken) => name.Kind switch
    {
        LaneKind.Relay => name.Key.Length == 0,
        LaneKind.Domain => name.Key.Length is > 0 and <= 255 && MailAddressText.IsValid($"office@{name.Key}"),
        LaneKind.Contact => int.TryParse(name.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await db.Contacts.AnyAsync(c => c.Id == id, cancellationToken),
        _ => int.TryParse(name.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await db.Campaigns.AnyAsync(c => c.Id == id, cancellationToken),
    };

    private IQueryable<DeliveryPause> Pauses(LaneName name) => db.DeliveryPauses.Where(p => p.Kind == name.Kind && p.Which == name.Key);

    private static LaneName Name(DeliveryLane lane) => new(lane.Kind, lane.Key);

    private static LaneName Name(DeliveryPause pause) => new(pause.Kind, pause.Which);
}

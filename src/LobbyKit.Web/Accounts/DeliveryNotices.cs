using System.Globalization;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Infrastructure.Addresses;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Writes to every active admin when delivery has stopped somewhere by itself.</summary>
public sealed class DeliveryNotices(AccountMails mails, PublicAddress addresses) : IDeliveryNotices
{
    public async Task AddStoppedAsync(LobbyKitDbContext db, DeliveryLane lane, CancellationToken cancellationToken)
    {
        var name = new LaneName(lane.Kind, lane.Key);
        var title = (await LaneTitles.OfAsync(db, [name], cancellationToken))[name];
        var admins = await db.Users.Where(a => a.DisabledAt == null && a.Email != null && OneTimeLinks.Admins(db).Contains(a.Id)).ToListAsync(cancellationToken);
        foreach (var admin in admins)
        {
            mails.AddDeliveryStopped(
                db, admin, Subject(lane.Kind, title), Stopped(lane.Kind, title), Time(lane.StoppedAt), lane.FailingBecause is { } reason ? DeskWords.Why(reason) : "",
                DeskWords.ToDo(lane.Kind, lane.FailingBecause), Time(lane.ProbeAt), addresses.Delivery());
        }
    }

    private static string Subject(LaneKind kind, string title) => kind == LaneKind.Relay ? "LobbyKit cannot send e-mail" : $"Letters have stopped: {title}";

    private static string Stopped(LaneKind kind, string title) => kind switch
    {
        LaneKind.Relay => "Our mail server takes no e-mail from LobbyKit",
        LaneKind.Domain => $"The mail servers of {title} take no letters from LobbyKit",
        LaneKind.Contact => $"The mailbox of {title} takes no letters from LobbyKit",
        _ => $"The letters of the campaign \"{title}\" are turned away, one after the other",
    };

    private static string Time(DateTime? utc) => utc?.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "";
}

using LobbyKit.Web.Data;

namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>Tells the people who run this installation. Who they are, delivery does not know.</summary>
public interface IDeliveryNotices
{
    /// <summary>Adds an e-mail to each admin to the caller's context, and never saves: a lane does not work any more.</summary>
    Task AddStoppedAsync(LobbyKitDbContext db, DeliveryLane lane, CancellationToken cancellationToken);
}

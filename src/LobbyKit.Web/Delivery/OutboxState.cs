namespace LobbyKit.Web.Delivery;

public enum OutboxState
{
    /// <summary>To be sent, now or later; claimed while <see cref="OutboxMail.ClaimedUntil"/> is ahead.</summary>
    Waiting,

    /// <summary>Kept back by an admin, until one lets it go.</summary>
    Held,

    Accepted,
    Rejected,

    /// <summary>Taken out before it was sent.</summary>
    Cancelled,
}

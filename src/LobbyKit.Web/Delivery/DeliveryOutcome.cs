namespace LobbyKit.Web.Delivery;

public enum DeliveryOutcome
{
    /// <summary>The server has taken responsibility for it.</summary>
    Accepted,

    /// <summary>Not now: the schedule tries again.</summary>
    TryLater,

    /// <summary>Never: trying again would change nothing.</summary>
    Rejected,
}

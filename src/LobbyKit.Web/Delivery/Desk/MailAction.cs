namespace LobbyKit.Web.Delivery.Desk;

/// <summary>What people do with e-mails in the outbox.</summary>
public enum MailAction
{
    /// <summary>Put off: due at once.</summary>
    Retry,

    /// <summary>Kept back until somebody lets it go.</summary>
    Hold,

    /// <summary>No longer kept back.</summary>
    Release,

    /// <summary>Taken out for good.</summary>
    Drop,
}

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>How an e-mail stands, as far as people ask: <see cref="OutboxState"/>, with what waits told apart.</summary>
public enum MailStanding
{
    /// <summary>The next three together.</summary>
    Waiting,

    /// <summary>Its time has come; pace, a stop or a pause may still keep it. In a list, with what is in hand.</summary>
    Due,

    /// <summary>To be tried at a later time.</summary>
    PutOff,

    /// <summary>A worker has it.</summary>
    InHand,

    Held,
    Accepted,
    Rejected,
    Cancelled,
}

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>What was done about a message that came back.</summary>
public enum ReturnOutcome
{
    /// <summary>A letter is undelivered.</summary>
    Bounced,

    /// <summary>A person's answer went on to the supporter.</summary>
    Forwarded,

    /// <summary>A person's answer; there is no address to send it to any more, or too many came.</summary>
    Answered,

    /// <summary>Written down, and nothing else followed: a delay, a receipt, an automatic answer, a bounce of what is no letter.</summary>
    Noted,

    /// <summary>It was here before.</summary>
    Duplicate,

    /// <summary>Nothing proves that it is about an e-mail of ours.</summary>
    Unmatched,

    /// <summary>It goes round in circles.</summary>
    Loop,

    /// <summary>It came before its letter was recorded as sent; to be brought again. The only one that is not settled.</summary>
    TooEarly,
}

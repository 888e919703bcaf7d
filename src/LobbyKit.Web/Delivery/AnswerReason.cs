namespace LobbyKit.Web.Delivery;

/// <summary>Why a mail server answered as it did, as far as its codes tell. <see cref="AnswerReasons"/> holds the table.</summary>
public enum AnswerReason
{
    /// <summary>It took the letter.</summary>
    Taken,

    /// <summary>Nobody answered: the network, the time, or a fault of our own.</summary>
    NoAnswer,

    /// <summary>Too much to do, or it lets strangers wait.</summary>
    Busy,

    /// <summary>The mailbox is full.</summary>
    MailboxFull,

    /// <summary>The mailbox takes no mail.</summary>
    MailboxClosed,

    /// <summary>There is no such address.</summary>
    NoSuchAddress,

    /// <summary>The letter is too large.</summary>
    TooLarge,

    /// <summary>A rule or a filter keeps it out.</summary>
    Policy,

    /// <summary>Our mail server wants another login.</summary>
    OurLogin,

    /// <summary>Our server, or the address it sends from, is not let in; it says nothing of the letter.</summary>
    OurServer,

    /// <summary>Refused, and the codes say no more.</summary>
    Refused,
}

namespace LobbyKit.Web.Delivery;

/// <summary>Why a mail server answered as it did, as far as its codes tell. <see cref="AnswerReasons"/> holds the table.</summary>
public enum AnswerReason
{
    /// <summary>It took the letter.</summary>
    Taken,

    /// <summary>Nobody answered, and nothing is known of why: a fault of our own.</summary>
    NoAnswer,

    /// <summary>Our mail server's name cannot be found.</summary>
    NameUnknown,

    /// <summary>Our mail server cannot be reached, or does not answer in time.</summary>
    Unreachable,

    /// <summary>The conversation with the mail server broke off, or took too long.</summary>
    BrokenOff,

    /// <summary>What answers is no mail server, or answers what no mail server does.</summary>
    NotSmtp,

    /// <summary>The connection to our mail server cannot be protected as the settings ask.</summary>
    Unprotected,

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

    /// <summary>The address has letters outside ASCII before the @, and a server on the way cannot deal with them.</summary>
    AddressNotSupported,

    /// <summary>A rule or a filter keeps it out.</summary>
    Policy,

    /// <summary>Our mail server wants another login.</summary>
    OurLogin,

    /// <summary>Our server, or the address it sends from, is not let in; it says nothing of the letter.</summary>
    OurServer,

    /// <summary>Refused, and the codes say no more.</summary>
    Refused,
}

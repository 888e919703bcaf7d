using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Delivery.Returns;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>What delivery has to say to the people who run it, in plain words.</summary>
public static class DeskWords
{
    public static string Of(MailKind kind) => kind switch
    {
        MailKind.Confirmation => "Confirmation",
        MailKind.Account => "About an account",
        MailKind.Notice => "Word to a supporter",
        MailKind.Test => "Test letter",
        MailKind.Letter => "Letter",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(MailStanding standing) => standing switch
    {
        MailStanding.Waiting => "Waiting, all of them",
        MailStanding.Due => "Due, waiting for its turn",
        MailStanding.PutOff => "Put off",
        MailStanding.InHand => "In hand",
        MailStanding.Held => "Held",
        MailStanding.Accepted => "Accepted",
        MailStanding.Rejected => "Refused or given up",
        MailStanding.Cancelled => "Taken out",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    public static string Of(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Accepted => "Accepted",
        DeliveryOutcome.TryLater => "Put off",
        DeliveryOutcome.Rejected => "Refused",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    public static string Of(ReturnKind kind) => kind switch
    {
        ReturnKind.HardBounce => "Came back: it was not delivered, and never will be",
        ReturnKind.SoftBounce => "Came back: it was not delivered, another one may be",
        ReturnKind.Delay => "Word that it is late, and still tried",
        ReturnKind.Receipt => "A receipt",
        ReturnKind.AutoReply => "An automatic answer",
        ReturnKind.Reply => "An answer by a person",
        ReturnKind.Loop => "Our own mail, come back",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(LaneKind kind) => kind switch
    {
        LaneKind.Relay => "mail server",
        LaneKind.Domain => "domain",
        LaneKind.Contact => "contact",
        LaneKind.Campaign => "campaign",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>"Put off: the mailbox is full".</summary>
    public static string Answer(DeliveryOutcome outcome, AnswerReason reason) =>
        outcome == DeliveryOutcome.Accepted ? Of(outcome) : $"{Of(outcome)}: {Why(reason)}";

    /// <summary>As the end of a sentence, without the full stop.</summary>
    public static string Why(AnswerReason reason) => reason switch
    {
        AnswerReason.Taken => "it was taken",
        AnswerReason.NoAnswer => "no answer came: the connection failed, took too long, or something is wrong here",
        AnswerReason.NameUnknown => "our mail server’s name cannot be found",
        AnswerReason.Unreachable => "our mail server cannot be reached",
        AnswerReason.BrokenOff => "the connection broke off, or took too long",
        AnswerReason.NotSmtp => "what answered does not speak as a mail server does",
        AnswerReason.Unprotected => "no protected connection to our mail server came about",
        AnswerReason.AddressNotSupported => "the address has letters that the server cannot deal with",
        AnswerReason.Busy => "the server is busy, or lets unknown senders wait",
        AnswerReason.MailboxFull => "the mailbox is full",
        AnswerReason.MailboxClosed => "the mailbox takes no mail",
        AnswerReason.NoSuchAddress => "the address does not exist",
        AnswerReason.TooLarge => "the letter is too large",
        AnswerReason.Policy => "a rule or a filter of theirs keeps it out",
        AnswerReason.OurLogin => "our mail server wants another login",
        AnswerReason.OurServer => "our own mail server, or its address, was not let in",
        AnswerReason.Refused => "the server did not take it, and its codes say no more",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>What somebody can do about a stopped lane.</summary>
    public static string ToDo(LaneKind kind, AnswerReason? reason) => (kind, reason) switch
    {
        (_, AnswerReason.OurLogin) => "Put user name and password under LobbyKit:Mail right, and restart.",
        (_, AnswerReason.OurServer) => "Ask whoever runs our mail server whether it may send from our address, and whether it is on a block list.",
        (_, AnswerReason.NameUnknown) => "Look whether LobbyKit:Mail:Host is right, and whether names are found from here.",
        (_, AnswerReason.NotSmtp) => "Look whether LobbyKit:Mail:Host and Port are those of a mail server.",
        (_, AnswerReason.Unprotected) => "Look at LobbyKit:Mail:Security, and at our mail server’s certificate.",
        (LaneKind.Relay, _) => "Look whether our mail server runs and can be reached from here, and what its own log says.",
        (_, AnswerReason.NoSuchAddress or AnswerReason.MailboxClosed) => "Open the office’s official page, look for its address of today, and change the contact.",
        (_, AnswerReason.MailboxFull) => "It is for the office to empty it; a call may help. The letters wait.",
        (_, AnswerReason.Policy) => "Letters that are much alike are filtered: look how alike the campaign’s are, and slow down.",
        (_, AnswerReason.TooLarge) => "Shorten the campaign’s letters.",
        _ => "There is nothing to do at once: one letter is tried now and then, and the rest follows when it is taken.",
    };
}

using static LobbyKit.Web.Delivery.AnswerReason;
using static LobbyKit.Web.Delivery.DeliveryOutcome;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// Finds the reason of an answer in what is kept of it unsealed: the outcome that <see cref="ReplyRules"/> gave it and the two codes. The
/// server's own words stay sealed, because servers repeat addresses in them.
/// </summary>
public static class AnswerReasons
{
    /// <summary>The first row that fits counts. RFC 3463 has the enhanced codes.</summary>
    private static readonly AnswerReasonRule[] Table =
    [
        new(Accepted, 0, 999, "", Taken),

        // No server's reply: the codes that FaultRules gives.
        new(null, 0, 0, ".4.3", NameUnknown),
        new(null, 0, 0, ".4.1", Unreachable),
        new(null, 0, 0, ".4.2", BrokenOff),
        new(null, 0, 0, ".5.0", NotSmtp),
        new(null, 0, 0, ".7.0", OurLogin),
        new(null, 0, 0, ".7.", Unprotected),
        new(null, 0, 0, ".3.4", TooLarge),
        new(null, 0, 0, ".6.7", AddressNotSupported),
        new(null, 0, 0, "", NoAnswer),

        new(null, 421, 421, "", Busy),
        new(TryLater, 530, 530, "", OurLogin),
        new(TryLater, 534, 535, "", OurLogin),
        new(TryLater, 538, 538, "", OurLogin),

        new(null, 0, 999, ".2.2", MailboxFull),
        new(TryLater, 552, 552, "", MailboxFull),
        new(null, 0, 999, ".3.4", TooLarge),
        new(null, 0, 999, ".6.7", AddressNotSupported),
        new(Rejected, 552, 552, "", TooLarge),
        new(TryLater, 500, 599, "", OurServer),

        new(TryLater, 400, 499, "", Busy),
        // Of the codes about addresses two are about the one that we send from.
        new(Rejected, 500, 599, ".1.7", OurServer),
        new(Rejected, 500, 599, ".1.8", OurServer),
        new(Rejected, 500, 599, ".1.", NoSuchAddress),
        new(Rejected, 500, 599, ".2.0", MailboxClosed),
        new(Rejected, 500, 599, ".2.1", MailboxClosed),
        new(Rejected, 500, 599, ".6.", Policy),
        new(Rejected, 500, 599, ".7.", Policy),
        new(TryLater, 0, 999, "", Busy),
        new(null, 0, 999, "", Refused),
    ];

    /// <param name="outcome">As recorded with the try.</param>
    /// <param name="replyCode">Null where no server answered.</param>
    /// <param name="enhancedCode">Empty where the server gave none.</param>
    public static AnswerReason Of(DeliveryOutcome outcome, int? replyCode, string enhancedCode) =>
        Table.First(r => r.Fits(outcome, replyCode ?? 0, enhancedCode)).Reason;
}

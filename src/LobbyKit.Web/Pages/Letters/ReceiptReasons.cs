using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Pages.Letters;

/// <summary>Why a letter is not through, for its supporter: what is theirs to know, in words that need no mail server to be understood.</summary>
public static class ReceiptReasons
{
    public const string Ours = "Receipt.Why.Ours";

    /// <returns>The key of a sentence.</returns>
    public static string Key(DeliveryReply reply) => AnswerReasons.Of(reply.Outcome, reply.Code, reply.EnhancedCode) switch
    {
        AnswerReason.Busy => "Receipt.Why.Busy",
        AnswerReason.MailboxFull => "Receipt.Why.MailboxFull",
        AnswerReason.MailboxClosed => "Receipt.Why.MailboxClosed",
        AnswerReason.NoSuchAddress => "Receipt.Why.NoSuchAddress",
        AnswerReason.TooLarge => "Receipt.Why.TooLarge",
        AnswerReason.AddressNotSupported => "Receipt.Why.AddressNotSupported",
        AnswerReason.Policy => "Receipt.Why.Policy",
        AnswerReason.Taken or AnswerReason.Refused => "Receipt.Why.Refused",
        // Names, networks, certificates, logins: the mail server of this site, and nothing that a supporter can help.
        _ => Ours,
    };
}

using LobbyKit.Web.Delivery.Returns;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>One e-mail, without what is in it.</summary>
/// <param name="Line">As in the list.</param>
/// <param name="MessageId">By which the mail servers' own logs know it.</param>
/// <param name="InHandUntil">When a worker's claim runs out; null where none has it.</param>
/// <param name="EndedBy">Who dropped it; empty where nobody did.</param>
/// <param name="EndedBecause">Why.</param>
/// <param name="MostTries">How many it gets in all.</param>
/// <param name="Returned">What came back of it.</param>
/// <param name="Tries">The latest first.</param>
public sealed record MailView(
    MailLine Line, string MessageId, DateTime? InHandUntil, string EndedBy, string EndedBecause, int MostTries, IReadOnlyList<ReturnedMail> Returned,
    IReadOnlyList<MailTry> Tries);

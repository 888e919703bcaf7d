using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Delivery;

/// <summary>An e-mail that this worker alone may send, until the claim runs out.</summary>
/// <param name="AttemptCount">How often it was tried before.</param>
/// <param name="Lanes">Those that its outcome says something of.</param>
internal sealed record ClaimedMail(
    long Id, MailKind Kind, int? ContactId, string MessageId, byte[] Sealed, DateTime DueAt, int AttemptCount, Guid ClaimId, DateTime ClaimedUntil, IReadOnlyList<LaneName> Lanes);

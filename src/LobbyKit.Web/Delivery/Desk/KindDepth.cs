namespace LobbyKit.Web.Delivery.Desk;

/// <summary>What waits of one kind.</summary>
/// <param name="Kind">Of e-mail.</param>
/// <param name="Waiting">All that waits.</param>
/// <param name="PutOff">Of these, to be tried at a later time.</param>
/// <param name="ByAge">All that waits, by the bands of <see cref="MailAges"/>.</param>
/// <param name="OldestAt">When the oldest was put into the outbox.</param>
public sealed record KindDepth(MailKind Kind, int Waiting, int PutOff, IReadOnlyList<int> ByAge, DateTime OldestAt);

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>What is in the outbox and not done with, at one moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Kinds">Those of which something waits, the most urgent first.</param>
/// <param name="InHand">What workers have, of all that waits.</param>
/// <param name="Held">What admins keep back.</param>
/// <param name="NextDue">When the next that was put off is due; null where none was.</param>
public sealed record QueueDepth(DateTime At, IReadOnlyList<KindDepth> Kinds, int InHand, int Held, DateTime? NextDue)
{
    public int Waiting => Kinds.Sum(k => k.Waiting);

    public int PutOff => Kinds.Sum(k => k.PutOff);

    public DateTime? OldestAt => Kinds.Count == 0 ? null : Kinds.Min(k => k.OldestAt);
}

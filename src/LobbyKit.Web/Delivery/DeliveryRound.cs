using System.Collections.Concurrent;
using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Delivery;

/// <summary>The e-mails of one claim while they are being sent. Safe for several senders.</summary>
internal sealed class DeliveryRound(Claim claim)
{
    private readonly ConcurrentQueue<ClaimedMail> waiting = new(claim.Mails);
    private readonly ConcurrentQueue<ClaimedMail> unsendable = new();
    private readonly TaskCompletionSource halfDone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int half = claim.Mails.Count / 2;
    private int accepted;
    private int putOff;
    private int rejected;

    public IReadOnlyList<ClaimedMail> Mails => claim.Mails;

    public LaneRuns Runs { get; } = new(claim.Lanes);

    /// <summary>Ends when half of them have been sent, or <see cref="End"/> was called.</summary>
    public Task HalfDone => halfDone.Task;

    public bool GoesWell => putOff + rejected == 0 && unsendable.IsEmpty;

    /// <summary>What was claimed and not tried.</summary>
    public IReadOnlyCollection<ClaimedMail> Untried => [.. waiting, .. unsendable];

    public BatchResult Result => new(accepted, putOff, rejected, waiting.Count + unsendable.Count);

    public bool TryPeek(out ClaimedMail next) => waiting.TryPeek(out next!);

    public bool TryNext(out ClaimedMail next) => waiting.TryDequeue(out next!);

    public void PutBack(ClaimedMail mail) => unsendable.Enqueue(mail);

    public void Note(DeliveryOutcome outcome)
    {
        _ = outcome switch
        {
            DeliveryOutcome.Accepted => Interlocked.Increment(ref accepted),
            DeliveryOutcome.TryLater => Interlocked.Increment(ref putOff),
            _ => Interlocked.Increment(ref rejected),
        };
        if (waiting.Count <= half)
        {
            End();
        }
    }

    public void End() => halfDone.TrySetResult();
}

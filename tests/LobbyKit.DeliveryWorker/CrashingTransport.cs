using LobbyKit.Web.Delivery;

namespace LobbyKit.DeliveryWorker;

/// <summary>Ends the process before or after an e-mail is handed over.</summary>
internal sealed class CrashingTransport(IMailTransport inner, CrashPoint point) : IMailTransport
{
    private int sent;

    public async Task<DeliveryReply> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        if (point == CrashPoint.Claimed || (point == CrashPoint.Recorded && Volatile.Read(ref sent) > 0))
        {
            Death.Now();
        }

        var reply = await inner.SendAsync(mail, cancellationToken);
        if (Interlocked.Increment(ref sent) == 1)
        {
            Console.WriteLine(Worker.AtWork);
        }

        if (point == CrashPoint.Accepted && reply.Outcome == DeliveryOutcome.Accepted)
        {
            Death.Now();
        }

        return reply;
    }
}

using LobbyKit.Web.Delivery;

namespace LobbyKit.PaceSimulation;

/// <summary>A mail server that takes everything at once, and notes when. Nothing leaves the process.</summary>
internal sealed class RecordingTransport(TimeProvider clock) : IMailTransport
{
    private readonly Lock gate = new();

    /// <summary>When letters came, by the address that they went to.</summary>
    public Dictionary<string, List<DateTime>> Arrivals { get; } = [];

    public Task<DeliveryReply> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!Arrivals.TryGetValue(mail.ToAddress, out var times))
            {
                Arrivals[mail.ToAddress] = times = [];
            }

            times.Add(clock.GetUtcNow().UtcDateTime);
        }

        return Task.FromResult(new DeliveryReply(DeliveryOutcome.Accepted, 250, "2.0.0", "queued"));
    }
}

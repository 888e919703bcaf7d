using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Delivery;

/// <summary>What a worker has taken.</summary>
/// <param name="Mails">The most urgent first.</param>
/// <param name="Lanes">Those that something is known of, as they were when it was taken.</param>
internal sealed record Claim(IReadOnlyList<ClaimedMail> Mails, IReadOnlyDictionary<LaneName, DeliveryLane> Lanes)
{
    public static Claim Nothing { get; } = new([], new Dictionary<LaneName, DeliveryLane>());
}

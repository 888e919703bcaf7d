namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>A lane that a person keeps waiting, until a person lets it go.</summary>
public sealed class DeliveryPause
{
    public int Id { get; set; }

    public LaneKind Kind { get; set; }

    /// <summary>See <see cref="LaneKind"/>.</summary>
    public required string Which { get; set; }

    public DateTime Since { get; set; }

    /// <summary>The account's name.</summary>
    public required string By { get; set; }
}

namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>
/// What the engine has to know of one way that letters go, shared by all nodes: when its pace lets the next one through, whether a run of
/// failures has stopped it. A lane that nothing is known of has no row. What people stop is a <see cref="DeliveryPause"/>.
/// </summary>
public sealed class DeliveryLane
{
    public LaneKind Kind { get; set; }

    /// <summary>See <see cref="LaneKind"/>.</summary>
    public required string Key { get; set; }

    /// <summary>Its pace lets nothing through before.</summary>
    public DateTime NextAt { get; set; }

    /// <summary>Failures of one kind in a row, without a letter taken in between.</summary>
    public int Failures { get; set; }

    /// <summary>Of which kind; null where there are none.</summary>
    public AnswerReason? FailingBecause { get; set; }

    /// <summary>Since when a run of failures has stopped it; null while it is open.</summary>
    public DateTime? StoppedAt { get; set; }

    /// <summary>When a stopped lane may try one letter; null while it is open.</summary>
    public DateTime? ProbeAt { get; set; }

    /// <summary>How many letters were tried in vain since it was stopped.</summary>
    public int Probes { get; set; }

    /// <summary>When the admins were told of this stop.</summary>
    public DateTime? ToldAt { get; set; }
}

using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>Letters by contact, domain or campaign.</summary>
public sealed record LaneRow
{
    public required LaneName Lane { get; init; }

    public required string Title { get; init; }

    /// <summary>Where its mail goes; empty where nothing may be sent to it now.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Of a domain.</summary>
    public int Contacts { get; init; }

    public int Waiting { get; init; }

    /// <summary>Of those that wait, to be tried at a later time.</summary>
    public int PutOff { get; init; }

    public int Held { get; init; }

    /// <summary>What its server answered last, as of the last count.</summary>
    public (DeliveryOutcome Outcome, AnswerReason Reason, DateTime At)? LastAnswer { get; init; }

    /// <summary>Letters an hour at this moment; null where nothing is paced.</summary>
    public double? PerHour { get; init; }

    public DateTime? StoppedAt { get; init; }

    /// <summary>Who keeps it waiting; empty where nobody does.</summary>
    public string PausedBy { get; init; } = "";
}

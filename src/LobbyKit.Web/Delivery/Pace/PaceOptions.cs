namespace LobbyKit.Web.Delivery.Pace;

/// <summary>Settings under <c>LobbyKit:Pace</c>: how fast letters go out.</summary>
public sealed class PaceOptions
{
    public const string Section = "LobbyKit:Pace";

    /// <summary>Whether letters are paced at all. Left out: unless all mail stays in the demo mailbox.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Letters that one office gets in an hour of its working day, unless more are needed for all to arrive before the event.</summary>
    public int PerContactPerHour { get; set; } = 120;

    /// <summary>The same for all offices that receive at one domain, at any hour.</summary>
    public int PerDomainPerHour { get; set; } = 600;

    /// <summary>E-mails of every kind that our mail server takes in an hour. Never exceeded for letters; confirmations do not wait for it.</summary>
    public int RelayPerHour { get; set; } = 7200;

    /// <summary>24 weights from 0 to 1, from midnight on, in the time of the office: how much of its pace each hour gets.</summary>
    public string HourWeights { get; set; } = "0 0 0 0 0 0 0 0.5 1 1 1 1 1 1 1 1 1 1 0.5 0.5 0 0 0 0";

    public bool IsOn => Enabled == true;
}

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>Which e-mails are asked for.</summary>
public sealed record MailFilter
{
    public MailStanding Standing { get; init; } = MailStanding.Waiting;

    public MailKind? Kind { get; init; }

    /// <summary>With what was merged into it.</summary>
    public int? ContactId { get; init; }

    public int? CampaignId { get; init; }

    /// <summary>To all contacts whose address is at this domain; empty for any.</summary>
    public string Domain { get; init; } = "";

    /// <summary>In the outbox for longer than this; 0 for any time.</summary>
    public int OlderThanHours { get; init; }
}

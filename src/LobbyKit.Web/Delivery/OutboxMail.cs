using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Delivery;

/// <summary>One e-mail still to be sent, or done with.</summary>
public sealed class OutboxMail
{
    public long Id { get; set; }

    public MailKind Kind { get; set; }

    public OutboxState State { get; set; }

    public long? LetterId { get; set; }

    /// <summary>So that it can be added together with a letter that has no id yet.</summary>
    public Letter? Letter { get; set; }

    /// <summary>Null for mail about accounts.</summary>
    public int? CampaignId { get; set; }

    /// <summary>The contact that it goes to; null for mail to a supporter.</summary>
    public int? ContactId { get; set; }

    /// <summary>Made once, so that a repeated delivery can be recognised.</summary>
    public required string MessageId { get; set; }

    /// <summary>Null once nothing more is to be sent, and where it was not asked for.</summary>
    public SealedMail? Sealed { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime DueAt { get; set; }

    /// <summary>The worker's mark on it.</summary>
    public Guid? ClaimId { get; set; }

    /// <summary>After this a claim counts for nothing and another worker may take it.</summary>
    public DateTime? ClaimedUntil { get; set; }

    public int AttemptCount { get; set; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>The account's name of who dropped it; empty where nobody did.</summary>
    public string EndedBy { get; set; } = "";

    /// <summary>Why, in that person's words; the supporter reads them.</summary>
    public string EndedBecause { get; set; } = "";

    public List<DeliveryAttempt> Attempts { get; } = [];
}

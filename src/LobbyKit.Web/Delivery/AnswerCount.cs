namespace LobbyKit.Web.Delivery;

/// <summary>How often an office's mail server answered in one way on one day. Made by <see cref="AnswerCounting"/> alone.</summary>
public sealed class AnswerCount
{
    public int CampaignId { get; set; }

    /// <summary>The office that was written to.</summary>
    public int ContactId { get; set; }

    /// <summary>UTC day of the answers.</summary>
    public DateOnly Day { get; set; }

    public DeliveryOutcome Outcome { get; set; }

    public AnswerReason Reason { get; set; }

    /// <summary>A letter that is tried three times gets three.</summary>
    public int Answers { get; set; }

    public DateTime LastAt { get; set; }
}

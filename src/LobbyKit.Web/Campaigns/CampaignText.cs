namespace LobbyKit.Web.Campaigns;

/// <summary>What a campaign says in one language.</summary>
public sealed class CampaignText
{
    public int Id { get; set; }

    public int CampaignId { get; set; }

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; set; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    /// <summary>What the governments are asked to do, in one sentence.</summary>
    public required string Demand { get; set; }

    /// <summary>Markdown, without HTML.</summary>
    public required string Story { get; set; }

    public required string EventName { get; set; }

    public required string EventPlace { get; set; }

    public required string ConsentWording { get; set; }

    /// <summary>A letter template for a call by phone.</summary>
    public string PhoneScript { get; set; } = "";

    /// <summary>Hints for one's own paragraph, one a line.</summary>
    public string WritingTips { get; set; } = "";

    public string ShareText { get; set; } = "";

    /// <summary>Guards against two editors; every change counts it up.</summary>
    public int Revision { get; set; }

    /// <summary>When an organiser last changed it; null where none has.</summary>
    public DateTime? EditedAt { get; set; }

    /// <summary>The account's name.</summary>
    public string EditedBy { get; set; } = "";
}

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>The front matter of <c>campaign.md</c>; <c>campaign.&lt;language&gt;.md</c> has only what is translated.</summary>
public sealed class CampaignHeader
{
    public string Slug { get; set; } = "";

    public bool Sample { get; set; }

    public string SourceLanguage { get; set; } = "en";

    public string Title { get; set; } = "";

    public string Summary { get; set; } = "";

    public string Demand { get; set; } = "";

    public CampaignHeaderEvent Event { get; set; } = new();

    /// <summary>First day on which letters are taken, UTC.</summary>
    public string Opens { get; set; } = "";

    /// <summary>Last day on which letters are taken, UTC.</summary>
    public string Closes { get; set; } = "";

    public List<string> Roles { get; set; } = [];

    /// <summary>Channels that letters may go by; every one where none is named.</summary>
    public List<string> Channels { get; set; } = [];

    public string Editing { get; set; } = "own_paragraph";

    public int Goal { get; set; }

    public string Accent { get; set; } = "";

    public string Hashtag { get; set; } = "";

    public CampaignHeaderSender Sender { get; set; } = new();

    public List<CampaignHeaderOrganisation> Organisations { get; set; } = [];

    public string ConsentVersion { get; set; } = "";

    public string ConsentWording { get; set; } = "";

    public string PhoneScript { get; set; } = "";

    public List<string> WritingTips { get; set; } = [];

    public string ShareText { get; set; } = "";
}

using System.ComponentModel;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>
/// The front matter of <c>campaign.md</c>, in the order in which it is written; <c>campaign.&lt;language&gt;.md</c> has only what is translated.
/// A setting without a value is as good as none.
/// </summary>
public sealed class CampaignHeader
{
    [DefaultValue("")]
    public string Slug { get; set => field = value ?? ""; } = "";

    public bool Sample { get; set; }

    [DefaultValue("")]
    public string SourceLanguage { get; set => field = value ?? ""; } = "en";

    [DefaultValue("")]
    public string Title { get; set => field = value ?? ""; } = "";

    [DefaultValue("")]
    public string Summary { get; set => field = value ?? ""; } = "";

    [DefaultValue("")]
    public string Demand { get; set => field = value ?? ""; } = "";

    public CampaignHeaderEvent? Event { get; set; }

    /// <summary>First day on which letters are taken, or a time; UTC.</summary>
    [DefaultValue("")]
    public string Opens { get; set => field = value ?? ""; } = "";

    /// <summary>Last day on which letters are taken, or a time; UTC.</summary>
    [DefaultValue("")]
    public string Closes { get; set => field = value ?? ""; } = "";

    public List<string> Roles { get; set => field = value ?? []; } = [];

    /// <summary>Channels that letters may go by; every one where none is named.</summary>
    public List<string> Channels { get; set => field = value ?? []; } = [];

    [DefaultValue("")]
    public string Editing { get; set => field = value ?? ""; } = "own_paragraph";

    public int Goal { get; set; }

    [DefaultValue("")]
    public string Accent { get; set => field = value ?? ""; } = "";

    [DefaultValue("")]
    public string Hashtag { get; set => field = value ?? ""; } = "";

    public CampaignHeaderSender? Sender { get; set; }

    public List<CampaignHeaderOrganisation> Organisations { get; set => field = value ?? []; } = [];

    /// <summary>The file of the picture that the appeal shows.</summary>
    [DefaultValue("")]
    public string Picture { get; set => field = value ?? ""; } = "";

    /// <summary>Every file in <c>images/</c>.</summary>
    public List<CampaignHeaderImage> Images { get; set => field = value ?? []; } = [];

    [DefaultValue("")]
    public string ConsentVersion { get; set => field = value ?? ""; } = "";

    [DefaultValue("")]
    public string ConsentWording { get; set => field = value ?? ""; } = "";

    [DefaultValue("")]
    public string PhoneScript { get; set => field = value ?? ""; } = "";

    public List<string> WritingTips { get; set => field = value ?? []; } = [];

    [DefaultValue("")]
    public string ShareText { get; set => field = value ?? ""; } = "";
}

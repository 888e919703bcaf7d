namespace LobbyKit.Web.Campaigns;

public enum CampaignSaveOutcome
{
    Saved,

    /// <summary>Somebody else saved in the meantime, or took it away. Nothing was saved.</summary>
    SomebodySaved,

    /// <summary>Another campaign has that address. Nothing was saved.</summary>
    SlugTaken,
}

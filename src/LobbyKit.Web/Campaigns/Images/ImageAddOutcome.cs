namespace LobbyKit.Web.Campaigns.Images;

public enum ImageAddOutcome
{
    Added,

    /// <summary>The campaign has that very picture. Nothing was added.</summary>
    IsThere,

    /// <summary>The campaign has as many as it can have. Nothing was added.</summary>
    TooMany,
}

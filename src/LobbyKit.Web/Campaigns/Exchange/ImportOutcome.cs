namespace LobbyKit.Web.Campaigns.Exchange;

public enum ImportOutcome
{
    /// <summary>There is a new draft.</summary>
    Made,

    /// <summary>There is no file to make it of, or it is too old.</summary>
    NoFile,

    /// <summary>Another campaign has that slug.</summary>
    SlugTaken,

    /// <summary>It can be no slug.</summary>
    SlugWrong,
}

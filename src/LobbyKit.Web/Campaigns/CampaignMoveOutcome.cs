namespace LobbyKit.Web.Campaigns;

public enum CampaignMoveOutcome
{
    Moved,

    /// <summary>Somebody changed the campaign since it was looked at. Nothing happened.</summary>
    SomebodySaved,

    /// <summary>It is in no state for it. Nothing happened.</summary>
    NotAllowed,

    /// <summary>The check list has gaps that block. Nothing happened.</summary>
    HasGaps,

    /// <summary>Its closing time is over: it would close again in the same moment. Nothing happened.</summary>
    ClosingTimeOver,
}

namespace LobbyKit.Web.Campaigns;

/// <summary>The steps of the supporter's journey that are counted. What follows the last one is counted by letters.</summary>
public enum JourneyStep
{
    AppealSeen,
    WriteOpened,
    LetterChecked,
}

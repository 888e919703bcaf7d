namespace LobbyKit.Web.Letters;

/// <summary>The steps of a supporter before there is a letter to count.</summary>
public enum JourneyStep
{
    AppealSeen,
    FormOpened,
    LetterChecked,
}

namespace LobbyKit.Web.Letters;

/// <summary>How many came to each step.</summary>
/// <param name="AppealSeen">Visits.</param>
/// <param name="FormOpened">Visits.</param>
/// <param name="LetterChecked">Visits.</param>
/// <param name="HandedIn">Letters.</param>
/// <param name="Confirmed">Letters that their supporter confirmed, or says to have delivered.</param>
/// <param name="Arrived">Letters that the office's server took and did not return, and those reported.</param>
public sealed record JourneySteps(int AppealSeen, int FormOpened, int LetterChecked, int HandedIn, int Confirmed, int Arrived);

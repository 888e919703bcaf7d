namespace LobbyKit.Web.Delivery.Pace;

/// <summary>The letters of one campaign that wait for one contact.</summary>
/// <param name="ContactId">As the letters name it.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Waiting">How many, at the last count.</param>
public sealed record WaitingLetters(int ContactId, int CampaignId, int Waiting);

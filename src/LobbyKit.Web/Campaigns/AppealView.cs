using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Delivery.Pace;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Campaigns;

/// <summary>What the appeal of a campaign shows.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Text">Its texts in the reader's language.</param>
/// <param name="Totals">Letters so far.</param>
/// <param name="IsOpen">Whether letters are taken now.</param>
/// <param name="DaysLeft">Whole days until the event begins, where it takes place; 0 from then on.</param>
/// <param name="Images">The picture and the logos that it shows, by hash.</param>
/// <param name="Wait">When the last letter that waits now will have gone; null where none does.</param>
/// <param name="IsPreview">Shown to its team before it is published: as if it were open, but nothing on it leads on.</param>
public sealed record AppealView(
    Campaign Campaign, CampaignText Text, LetterTotals Totals, bool IsOpen, int DaysLeft, IReadOnlyDictionary<string, ShownImage> Images,
    LetterForecast? Wait, bool IsPreview = false)
{
    /// <summary>So much is not worth a word.</summary>
    public static TimeSpan ShortWait { get; } = TimeSpan.FromHours(6);
}

using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Campaigns;

/// <summary>What the team of a campaign watches.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="At">When it was put together; letters are counted some seconds earlier.</param>
/// <param name="IsOpen">Whether letters are taken now.</param>
/// <param name="DaysToEvent">Whole days until the event begins, where it takes place; negative once it is over.</param>
/// <param name="Letters">The letters.</param>
/// <param name="Pace">Against the goal.</param>
/// <param name="Journey">The conversion of each step.</param>
/// <param name="Answers">What the offices' mail servers answered.</param>
/// <param name="Offices">The offices that answered, by id.</param>
public sealed record DashboardView(
    Campaign Campaign,
    DateTime At,
    bool IsOpen,
    int DaysToEvent,
    LetterFigures Letters,
    CampaignPace Pace,
    JourneyFigures Journey,
    IReadOnlyList<ServerAnswers> Answers,
    IReadOnlyDictionary<int, Contact> Offices);

using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Campaigns;

/// <summary>What a dashboard reads of the last counts. The same for everybody who looks, until something is counted again.</summary>
internal sealed record DashboardCounts(LetterFigures Letters, JourneyFigures Journey, IReadOnlyList<ServerAnswers> Answers);

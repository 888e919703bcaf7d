using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Infrastructure.Localisation;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Pages.Organise.Letters;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Dashboard;

public sealed class IndexModel(CampaignAccess access, Dashboards dashboards) : DashboardPageModel(access)
{
    public DashboardView Dashboard { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Dashboard = await dashboards.ShowAsync(Campaign, cancellationToken);

    /// <summary>For the script that keeps the page fresh: the figures, and nothing else of the page.</summary>
    public async Task<PartialViewResult> OnGetFiguresAsync(CancellationToken cancellationToken) =>
        Partial("_Figures", await dashboards.ShowAsync(Campaign, cancellationToken));

    public static BarChart Countries(LetterFigures letters) => new(
        "countries", "Letters by country", "Country", Rows(letters.Countries, code => CountryNames.Of(code, "en")))
    {
        Note = "Countries of the supporters.",
    };

    public static BarChart Languages(LetterFigures letters) =>
        new("languages", "Letters by language", "Language", Rows(letters.Languages, SpokenLanguage.Name));

    public static BarChart Channels(LetterFigures letters) =>
        new("channels", "Letters by channel", "Channel", Rows(letters.Routes, route => CoverageModel.Route(Enum.Parse<LetterRoute>(route))));

    public static BarChart States(LetterFigures letters) => new(
        "states", "Letters by state", "State",
        [.. letters.States.Select(s => new BarRow(
            DashboardText.State(s.State), s.State == LetterState.Reported ? 0 : s.Letters, s.State == LetterState.Reported ? s.Letters : 0))])
    {
        HasTwoSeries = false,
        Note = "Every letter that was handed in, also those that are not counted above: unconfirmed, taken back, held, refused, returned.",
    };

    private static IReadOnlyList<BarRow> Rows(IReadOnlyList<LetterTally> tallies, Func<string, string> name) =>
        [.. tallies.Select(t => new BarRow(name(t.Key), t.Sent, t.Reported))];
}

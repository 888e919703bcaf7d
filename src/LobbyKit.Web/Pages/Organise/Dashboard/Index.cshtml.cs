using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Infrastructure.Localisation;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Pages.Organise.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Organise.Dashboard;

public sealed class IndexModel(CampaignAccess access, Dashboards dashboards) : PageModel
{
    public DashboardView Dashboard { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) =>
        await ShowAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>For the script that keeps the page fresh: the figures, and nothing else of the page.</summary>
    public async Task<IActionResult> OnGetFiguresAsync(int id, CancellationToken cancellationToken) =>
        await ShowAsync(id, cancellationToken) ? Partial("_Figures", Dashboard) : NotFound();

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

    private async Task<bool> ShowAsync(int id, CancellationToken cancellationToken)
    {
        var campaign = await access.Campaigns(User).AsNoTracking().Include(c => c.Texts).FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (campaign is not null)
        {
            Dashboard = await dashboards.ShowAsync(campaign, cancellationToken);
        }

        return campaign is not null;
    }
}

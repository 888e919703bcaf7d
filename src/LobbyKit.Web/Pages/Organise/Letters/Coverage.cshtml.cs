using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Letters;

public sealed class CoverageModel(CampaignAccess access, LetterEditing editing, LetterCoverage coverage) : LetterPageModel(access, editing)
{
    private readonly LetterEditing editing = editing;
    private IReadOnlyList<LetterTemplate> letters = [];

    /// <summary>Whether only rows with a gap are shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Gaps { get; set; }

    public CoverageTable Table { get; private set; } = null!;

    public IEnumerable<CoverageRow> Rows => Table.Rows.Where(r => !Gaps || r.Gaps.Count > 0);

    public int GapCount => Table.Rows.Count(r => r.Gaps.Count > 0);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        letters = await editing.ListAsync(Campaign.Id, cancellationToken);
        Table = await coverage.ShowAsync(Campaign, cancellationToken);
    }

    /// <summary>The letter template and the number of the version that a published letter is.</summary>
    public (LetterTemplate Template, int Number) Made(PublishedLetter letter)
    {
        var template = letters.First(t => t.Versions.Any(v => v.Id == letter.VersionId));
        return (template, template.Versions.First(v => v.Id == letter.VersionId).Number);
    }

    public static string Route(LetterRoute route) => route switch
    {
        LetterRoute.Server => "E-mail",
        LetterRoute.OwnMailbox => "Own mailbox",
        LetterRoute.WebForm => "Web form",
        LetterRoute.Post => "Post",
        LetterRoute.Phone => "Phone",
        _ => throw new ArgumentOutOfRangeException(nameof(route), route, null),
    };
}

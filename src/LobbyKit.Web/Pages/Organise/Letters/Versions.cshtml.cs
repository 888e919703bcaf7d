using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Letters;

public sealed class VersionsModel(CampaignAccess access, LetterEditing editing) : LetterPageModel(access, editing)
{
    private readonly LetterEditing editing = editing;

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    /// <summary>What was just done: published, stopped or restored.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyDictionary<int, int> LettersMade { get; private set; } = new Dictionary<int, int>();

    public ComparisonView? Comparison { get; private set; }

    public string Message => Done switch
    {
        "published" when Published is not null => $"Supporters now get version {Published.Number}.",
        "stopped" when Published is null => "This letter is no longer published.",
        "restored" => $"Restored as version {Latest.Number}. It is not published yet.",
        "unchanged" => "The latest version has that text already.",
        _ => "",
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        LettersMade = await editing.LettersMadeAsync(Letter, cancellationToken);
        if (Version(From) is { } before && Version(To) is { } after)
        {
            Comparison = ComparisonView.Of(
                $"Version {before.Number}", (before.Subject, before.Body), $"Version {after.Number}", (after.Subject, after.Body), Letter.Language);
        }
        else if (Letter.Versions.Count > 1)
        {
            (From, To) = (Letter.Versions[1].Number, Latest.Number);
        }
    }

    public async Task<IActionResult> OnPostRestoreAsync(int number, CancellationToken cancellationToken)
    {
        var saved = await editing.RestoreAsync(Campaign, Letter, number, await AuthorAsync(cancellationToken), cancellationToken);
        if (saved is null)
        {
            return NotFound();
        }

        return RedirectToPage("Versions", new { Id, TemplateId, done = saved.Outcome == LetterSaveOutcome.Saved ? "restored" : "unchanged" });
    }

    public async Task<IActionResult> OnPostPublishAsync(int number, CancellationToken cancellationToken)
    {
        var obstacles = await editing.PublishAsync(Campaign, Letter, number, cancellationToken);
        if (obstacles.Count == 0)
        {
            return RedirectToPage("Versions", new { Id, TemplateId, done = "published" });
        }

        ModelState.AddModelError("", $"Version {number} was not published: {string.Join(" ", obstacles)}");
        await OnGetAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostUnpublishAsync(CancellationToken cancellationToken)
    {
        await editing.UnpublishAsync(Letter, cancellationToken);
        return RedirectToPage("Versions", new { Id, TemplateId, done = "stopped" });
    }

    private LetterTemplateVersion? Version(int? number) => Letter.Versions.FirstOrDefault(v => v.Number == number);
}

using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Exchange;
using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Pages.Organise.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Organise.Import;

/// <summary>What is in a campaign's file, and the button that makes a draft of it.</summary>
public sealed class CheckModel(CampaignImport import, OwnAccount own) : PageModel
{
    [BindProperty]
    public string? Slug { get; set; }

    public Campaign Campaign { get; private set; } = null!;

    public IReadOnlyList<FileProblem> Gaps { get; private set; } = [];

    public string FreeSlug { get; private set; } = "";

    /// <summary>Languages by name, the source language first.</summary>
    public IEnumerable<string> Languages => Campaign.Texts.Select(t => SpokenLanguage.Name(t.Language));

    /// <summary>"German letter for Austria", and whether supporters could get it as it is.</summary>
    public IEnumerable<(string Name, bool IsPublished)> Letters =>
        Campaign.LetterTemplates.Select(l => (LetterText.Name(l), l.PublishedNumber is not null)).OrderBy(l => l.Item1, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(cancellationToken);
        Slug = FreeSlug;
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var slug = TypedText.Line(Slug);
        var author = (await own.GetAsync(User)).DisplayName;
        var (outcome, campaignId) = await import.MakeAsync(CampaignAccess.AccountId(User), author, slug, cancellationToken);
        if (outcome == ImportOutcome.Made)
        {
            return RedirectToPage("/Organise/Letters/Index", new { id = campaignId });
        }

        var shown = await ShowAsync(cancellationToken);
        if (outcome != ImportOutcome.NoFile)
        {
            ModelState.AddModelError(nameof(Slug), outcome == ImportOutcome.SlugTaken
                ? $"Another campaign has the address “{slug}”. “{FreeSlug}” is free."
                : "The address can be lower-case letters from a to z, digits and hyphens, at most 60, such as “keep-hope-alive”.");
        }

        return shown;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        var check = await import.KeptAsync(CampaignAccess.AccountId(User), "", cancellationToken);
        if (check?.Campaign is not { } campaign)
        {
            return RedirectToPage("Index", new { tooOld = true });
        }

        (Campaign, Gaps, FreeSlug) = (campaign, check.Gaps, check.FreeSlug);
        return Page();
    }
}

using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Images;

/// <summary>One picture: its text in each language of the campaign, and its use.</summary>
public sealed class ImageModel(CampaignAccess access, CampaignImages images) : ImagesPageModel(access, images)
{
    private readonly CampaignImages images = images;

    [BindProperty]
    public Dictionary<string, string?> Alternatives { get; set; } = [];

    [BindProperty]
    public string? Use { get; set; }

    /// <summary>The picture's when the form was opened.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>What somebody else wrote meanwhile, by language, where it differs from what is in the form.</summary>
    public IReadOnlyList<CampaignImageText> Theirs { get; private set; } = [];

    /// <summary>The source language first; a text in a language that the campaign no longer has stays.</summary>
    public IReadOnlyList<string> Languages =>
    [
        .. Campaign.Texts.Select(t => t.Language).Concat(Image.Texts.Select(t => t.Language)).Distinct(StringComparer.Ordinal)
            .OrderByDescending(l => l == Campaign.SourceLanguage).ThenBy(l => l, StringComparer.Ordinal),
    ];

    public void OnGet()
    {
        Alternatives = Languages.ToDictionary(l => l, l => Image.Texts.FirstOrDefault(t => t.Language == l)?.Alternative);
        Use = UseOf(Image).ToString();
        Revision = Image.Revision;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var texts = Languages.ToDictionary(l => l, l => TypedText.Line(Alternatives.GetValueOrDefault(l)));
        // A language may have come since the form was opened.
        Alternatives = texts.ToDictionary(t => t.Key, t => (string?)t.Value);
        foreach (var (language, text) in texts)
        {
            if (Problem(text) is { } problem && (text.Length > 0 || language == Campaign.SourceLanguage))
            {
                ModelState.AddModelError($"Alternatives[{language}]", problem);
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var use = Uses.Select(u => u.Use).FirstOrDefault(u => u.ToString() == Use) ?? ImageUse.None;
        if (await images.SaveAsync(Campaign.Id, Image.Id, Revision, texts, use, cancellationToken))
        {
            TempData["Done"] = "The picture is saved.";
            return RedirectToPage("Index", new { Id });
        }

        if (await images.FindAsync(Campaign.Id, Image.Id, cancellationToken) is not { } current)
        {
            return NotFound();
        }

        // The next save is a deliberate one: the page has shown what there is.
        Image = current;
        Revision = current.Revision;
        ModelState.Remove(nameof(Revision));
        Theirs = [.. current.Texts.Where(t => t.Alternative != texts.GetValueOrDefault(t.Language))];
        ModelState.AddModelError("", "Somebody else changed this picture while you did. Yours is still here: save it again to keep it.");
        return Page();
    }
}

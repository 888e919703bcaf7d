using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>What changed in the source language since a translation was made.</summary>
public sealed class SourceModel(CampaignAccess access, LetterEditing editing) : LetterPageModel(access, editing)
{
    private readonly LetterEditing editing = editing;

    public LetterSource? Source { get; private set; }

    public ComparisonView? Comparison { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Source = await editing.SourceAsync(Campaign, Letter, cancellationToken);
        if (Source?.Followed is { } followed)
        {
            var now = Source.Current;
            Comparison = ComparisonView.Of(
                $"Version {followed.Number}", (followed.Subject, followed.Body), $"Version {now.Number}", (now.Subject, now.Body), Source.Letter.Language);
        }

        return Source is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await editing.SourceAsync(Campaign, Letter, cancellationToken) is not { } source)
        {
            return NotFound();
        }

        var note = $"Says what {source.Letter.Language} version {source.Current.Number} says";
        var edit = new LetterEdit(Latest.Subject, Latest.Body, note, Latest.Number, await AuthorAsync(cancellationToken), FollowsSource: true);
        await editing.SaveAsync(Campaign, Letter, edit, cancellationToken);
        return RedirectToPage("Edit", new { Id, TemplateId });
    }
}

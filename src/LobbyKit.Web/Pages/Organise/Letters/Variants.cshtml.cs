using System.Globalization;
using LobbyKit.Templates;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>Ten supporters' letters from the latest version, and how alike they are.</summary>
public sealed class VariantsModel(CampaignAccess access, LetterEditing editing, LetterProofs proofs) : LetterPageModel(access, editing)
{
    private const int Letters = 10;

    /// <summary>The seed of the first letter.</summary>
    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    public Contact Office { get; private set; } = null!;

    public IReadOnlyList<ComposedLetter> Made { get; private set; } = [];

    public LetterLikeness Likeness { get; private set; } = LetterLikeness.Of([]);

    /// <summary>The same ten, where each has a paragraph of its own.</summary>
    public LetterLikeness WithParagraphs { get; private set; } = LetterLikeness.Of([]);

    public bool UsesParagraph { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var country = SampleChoice.Country(Campaign, Letter);
        if (await proofs.OfficeAsync(Campaign, country, null, cancellationToken) is not { } office)
        {
            return NotFound();
        }

        Office = office;
        var text = new PublishedLetter(Latest.Id, Letter.Language, Letter.CountryCode, Latest.Subject, Latest.Body);
        UsesParagraph = LetterLanguage.Parse(Latest.Body).Template?.UsedFields.Contains("personal_message") == true;
        var language = LetterSamples.Nearest(Letter.Language, country);
        var samples = Enumerable.Range(From, Letters).Select(seed => LetterSamples.Make(language, seed)).ToList();
        Made = [.. samples.Select(s => proofs.Compose(Campaign, office, country, text, s with { PersonalMessage = "" })).OfType<ComposedLetter>()];
        Likeness = Of(Made);
        WithParagraphs = Of([.. samples.Select(s => proofs.Compose(Campaign, office, country, text, s)).OfType<ComposedLetter>()]);
        return Page();
    }

    public string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    private static LetterLikeness Of(IReadOnlyList<ComposedLetter> letters) => LetterLikeness.Of([.. letters.Select(l => $"{l.Subject}\n{l.Body}")]);
}

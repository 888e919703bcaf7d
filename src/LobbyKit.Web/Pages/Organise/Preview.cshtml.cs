using System.Globalization;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Infrastructure.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>A campaign's page as supporters see it, published or not. Nothing can be sent from it.</summary>
public sealed class PreviewModel(CampaignAccess access, OwnAccount own, Appeals appeals, PageLanguages languages) : WorkspacePageModel(access, own)
{
    public AppealView Appeal { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string language, CancellationToken cancellationToken)
    {
        if (Campaign.Texts.FirstOrDefault(t => t.Language == language) is not { } text)
        {
            return NotFound();
        }

        // Around the texts stands the page in their own language, where the pages are in it.
        if (languages.Has(language) && language != CultureInfo.CurrentUICulture.Name)
        {
            return Redirect(HttpContext.Features.Get<AddressWithoutLanguage>()!.In(language, QueryString.Empty));
        }

        Appeal = await appeals.ShowAsync(Campaign, language, cancellationToken) with { Text = text, IsPreview = true };
        return Page();
    }
}

using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns.Images;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Images;

/// <summary>Asks first.</summary>
public sealed class DeleteModel(CampaignAccess access, CampaignImages images) : ImagesPageModel(access, images)
{
    private readonly CampaignImages images = images;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await images.DeleteAsync(Campaign.Id, Image, cancellationToken);
        TempData["Done"] = "The picture is deleted.";
        return RedirectToPage("Index", new { Id });
    }
}

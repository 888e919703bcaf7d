using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace LobbyKit.Web.Pages.Campaigns;

/// <summary>A campaign's picture: for everybody where everybody may see the campaign, else for its team.</summary>
public sealed class ImageModel(CampaignCatalog catalog, CampaignAccess access, CampaignImages images) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, string hash, CancellationToken cancellationToken)
    {
        var image = await images.ContentAsync(catalog.Visible, slug, hash, cancellationToken);
        var isPublic = image is not null;
        if (image is null && User.Identity?.IsAuthenticated == true)
        {
            image = await images.ContentAsync(access.Campaigns(User), slug, hash, cancellationToken);
        }

        if (image is null)
        {
            return NotFound();
        }

        // The address names the content, so what was once loaded is right for ever; in whatever language the page around it is.
        Response.Headers.CacheControl = isPublic ? "public, max-age=31536000, immutable" : "private, no-store";
        Response.Headers.Remove(HeaderNames.Vary);
        Response.Headers.Remove(HeaderNames.ContentLanguage);
        Response.Headers.ContentSecurityPolicy = SecurityHeaders.NoPage;
        Response.Headers.ContentDisposition = $"inline; filename=picture{ImageTypes.Extension(image.Type)}";
        return new FileContentResult(image.Bytes, ImageTypes.ContentType(image.Type)) { EntityTag = new EntityTagHeaderValue($"\"{hash}\"") };
    }
}

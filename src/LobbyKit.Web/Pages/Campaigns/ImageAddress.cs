using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Infrastructure.Localisation;

namespace LobbyKit.Web.Pages.Campaigns;

/// <summary>Where a picture is. Its address has no language, so that a browser that has it keeps it when its reader changes theirs.</summary>
public static class ImageAddress
{
    public static string Of(HttpContext context, Campaign campaign, ShownImage image) =>
        (context.Features.Get<AddressWithoutLanguage>()?.PathBase ?? context.Request.PathBase).Add($"/campaigns/{campaign.Slug}/images/{image.Hash}");
}

using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Images;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Organise.Images;

/// <summary>A page about a campaign's pictures: it finds the campaign, and the picture where the address names one, or answers 404.</summary>
public abstract class ImagesPageModel(CampaignAccess access, CampaignImages images) : PageModel
{
    /// <summary>The campaign's.</summary>
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? ImageId { get; set; }

    public Campaign Campaign { get; private set; } = null!;

    /// <summary>Null on the page about all pictures.</summary>
    public ShownImage Image { get; protected set; } = null!;

    /// <summary>What a picture can be used as, for a form to choose from.</summary>
    public IEnumerable<(ImageUse Use, string Name)> Uses => new (ImageUse, string)[] { (ImageUse.None, "Nothing yet"), (new(true, null), "The campaign’s picture") }
        .Concat(Campaign.Organisations.OrderBy(o => o.Position).Select(o => (new ImageUse(false, o.Id), $"Logo of {o.Name}")));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellationToken = HttpContext.RequestAborted;
        var campaign = await access.Campaigns(User).AsNoTracking().Include(c => c.Texts).Include(c => c.Organisations).AsSplitQuery()
            .FirstOrDefaultAsync(c => c.Id == Id, cancellationToken);
        var image = campaign is null || ImageId is not { } id ? null : await images.FindAsync(campaign.Id, id, cancellationToken);
        if (campaign is null || (ImageId is not null && image is null))
        {
            context.Result = NotFound();
            return;
        }

        Campaign = campaign;
        Image = image!;
        await next();
    }

    public ImageUse UseOf(ShownImage image) => Campaign.PictureHash == image.Hash ? new(true, null)
        : Campaign.Organisations.FirstOrDefault(o => o.LogoHash == image.Hash) is { } organisation ? new(false, organisation.Id)
        : ImageUse.None;

    public string NameOf(ImageUse use) => Uses.FirstOrDefault(u => u.Use == use).Name ?? "";

    /// <summary>What is wrong with an alternative text; null where it is right.</summary>
    protected static string? Problem(string alternative) => alternative.Length switch
    {
        0 => "Say what is in the picture, for those who cannot see it.",
        > ImageLimits.AlternativeLength => $"That has {alternative.Length} characters; it can have {ImageLimits.AlternativeLength}. Say only what matters here.",
        _ => null,
    };
}

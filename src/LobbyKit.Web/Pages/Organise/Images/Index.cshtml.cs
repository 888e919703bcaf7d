using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Images;

[LongestUpload(LongestPicture)]
public sealed class IndexModel(CampaignAccess access, CampaignImages images) : ImagesPageModel(access, images)
{
    // Larger than a picture may be: what a telephone takes is looked at, so that its size can be named.
    private const int LongestPicture = 16 * 1024 * 1024;

    private readonly CampaignImages images = images;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Alternative { get; set; }

    [BindProperty]
    public string? Use { get; set; }

    public IReadOnlyList<ShownImage> Images { get; private set; } = [];

    public async Task OnGetAsync(bool tooLarge, CancellationToken cancellationToken)
    {
        if (tooLarge)
        {
            ModelState.AddModelError(nameof(Upload), TooLarge);
        }

        Images = await images.ListAsync(Campaign.Id, cancellationToken);
    }

    public static string TooLarge => $"The picture is too large; it can have {ImageCleaner.Size(ImageLimits.Bytes)}. Make it smaller: 1,200 pixels wide is enough.";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var image = await CleanAsync(cancellationToken);
        var alternative = TypedText.Line(Alternative);
        if (Problem(alternative) is { } problem)
        {
            ModelState.AddModelError(nameof(Alternative), problem);
        }

        if (ModelState.IsValid && image is not null)
        {
            switch (await images.AddAsync(Campaign.Id, image, Campaign.SourceLanguage, alternative, Chosen(), cancellationToken))
            {
                case ImageAddOutcome.Added:
                    TempData["Done"] = image.Bytes.Length <= ImageLimits.HeavyBytes
                        ? "The picture is added."
                        : $"The picture is added. It has {ImageCleaner.Size(image.Bytes.Length)}, which takes a slow phone long to load: one of 1,200 pixels, saved as JPEG or WebP, has about 200 KB.";
                    return RedirectToPage(new { Id });
                case ImageAddOutcome.IsThere:
                    ModelState.AddModelError(nameof(Upload), "The campaign has this picture already.");
                    break;
                default:
                    ModelState.AddModelError(nameof(Upload), $"The campaign has {ImageLimits.PerCampaign} pictures, as many as it can. Delete one first.");
                    break;
            }
        }
        else if (image is not null)
        {
            ModelState.AddModelError(nameof(Upload), "Choose the picture again: browsers do not keep a file.");
        }

        Images = await images.ListAsync(Campaign.Id, cancellationToken);
        return Page();
    }

    private ImageUse Chosen() => Uses.Select(u => u.Use).FirstOrDefault(u => u.ToString() == Use) ?? ImageUse.None;

    private async Task<CleanImage?> CleanAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Upload is null ? throw new InvalidDataException("Choose a picture.")
                : Upload.Length > ImageLimits.Bytes ? throw new InvalidDataException($"It has {ImageCleaner.Size(Upload.Length)}. {TooLarge}")
                : ImageCleaner.Clean(await UploadedFile.ReadAsync(Upload, cancellationToken));
        }
        catch (InvalidDataException problem)
        {
            ModelState.AddModelError(nameof(Upload), problem.Message);
            return null;
        }
    }
}

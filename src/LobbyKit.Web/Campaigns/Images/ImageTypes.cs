namespace LobbyKit.Web.Campaigns.Images;

/// <summary>What the kinds of picture are called.</summary>
public static class ImageTypes
{
    /// <summary>As people know it: PNG, JPEG, WebP.</summary>
    public static string Name(ImageType type) => type switch { ImageType.Png => "PNG", ImageType.Jpeg => "JPEG", _ => "WebP" };

    public static string ContentType(ImageType type) => type switch { ImageType.Png => "image/png", ImageType.Jpeg => "image/jpeg", _ => "image/webp" };

    /// <summary>The ending of a file's name, with its dot.</summary>
    public static string Extension(ImageType type) => type switch { ImageType.Png => ".png", ImageType.Jpeg => ".jpg", _ => ".webp" };
}

namespace LobbyKit.Web.Campaigns.Images;

/// <summary>The kinds of picture that every browser shows and that have no script in them.</summary>
public enum ImageType
{
    Png,
    Jpeg,
    WebP,
}

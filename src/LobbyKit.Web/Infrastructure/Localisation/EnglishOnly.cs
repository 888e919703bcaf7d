namespace LobbyKit.Web.Infrastructure.Localisation;

/// <summary>
/// The pages for people with accounts. They are in English, whatever language their address begins with: that language is kept for the
/// way back to the supporters' pages.
/// </summary>
public static class EnglishOnly
{
    private static readonly PathString[] Rooms = ["/organise", "/admin", "/account"];

    /// <param name="path">An address without its language.</param>
    public static bool Covers(PathString path) => Rooms.Any(room => path.StartsWithSegments(room)) && !IsPreview(path);

    // A supporters' page, shown to organisers: in the supporters' language.
    private static bool IsPreview(PathString path) => path.Value!.Contains("/preview/", StringComparison.OrdinalIgnoreCase);
}

namespace LobbyKit.Web.Campaigns.Images;

/// <summary>
/// Takes a picture apart and writes it anew with the parts that drawing it needs. Where and when it was taken, with what and by whom, hidden
/// previews, comments, colour profiles and whatever hangs on after the end stay behind. What cannot be read to the end is refused: no picture
/// is ever stored as it came. The pixels themselves are not touched, so nothing is lost; nor are they decoded here.
/// </summary>
public static class ImageCleaner
{
    /// <returns>The picture. Cleaning it once more gives the same bytes.</returns>
    /// <exception cref="InvalidDataException">It is refused; the message says in a plain sentence why, and what to do.</exception>
    public static CleanImage Clean(ReadOnlySpan<byte> file)
    {
        if (file.Length > ImageLimits.Bytes)
        {
            throw new InvalidDataException($"The picture has {Size(file.Length)}; it can have {Size(ImageLimits.Bytes)}. Make it smaller: 1,200 pixels wide is enough.");
        }

        var image = PngFile.Begins(file) ? PngFile.Clean(file)
            : JpegFile.Begins(file) ? JpegFile.Clean(file)
            : WebPFile.Begins(file) ? WebPFile.Clean(file)
            : throw new InvalidDataException(file.Length == 0 ? "The file is empty." : "This is no PNG, JPEG or WebP picture, whatever its name says. Save it as one of these.");
        return image;
    }

    /// <exception cref="InvalidDataException">It has more pixels than pages should have.</exception>
    internal static void CheckSize(long width, long height)
    {
        if (width < 1 || height < 1)
        {
            throw new InvalidDataException("The picture says that it is 0 pixels wide or high.");
        }

        if (width > ImageLimits.Side || height > ImageLimits.Side || width * height > ImageLimits.Pixels)
        {
            throw new InvalidDataException(
                FormattableString.Invariant($"The picture is {width} × {height} pixels, too large for a phone. It can be {ImageLimits.Side:N0} wide or high, and ")
                + FormattableString.Invariant($"{ImageLimits.Pixels / 1_000_000} million in all. Make it smaller: 1,200 pixels wide is enough."));
        }
    }

    /// <summary>"640 KB", "1.4 MB".</summary>
    public static string Size(long bytes) => bytes < 1000 * 1024
        ? FormattableString.Invariant($"{Math.Max(1, bytes / 1024)} KB")
        : FormattableString.Invariant($"{bytes / (1024.0 * 1024):0.#} MB");

    internal static InvalidDataException Broken(string detail) => new($"The picture is broken: {detail}. Save it again and take that file.");
}

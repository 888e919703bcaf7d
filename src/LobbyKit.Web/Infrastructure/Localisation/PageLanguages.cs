using System.Globalization;
using System.Resources;

namespace LobbyKit.Web.Infrastructure.Localisation;

/// <summary>The languages that the pages are in: English and every language that a resource file was built for.</summary>
public sealed class PageLanguages
{
    public const string Default = "en";

    private readonly Dictionary<string, CultureInfo> formats;

    public PageLanguages()
    {
        var resources = new ResourceManager(typeof(Texts));
        var found = Directory.EnumerateDirectories(AppContext.BaseDirectory)
            .Where(folder => File.Exists(Path.Combine(folder, "LobbyKit.Web.resources.dll")))
            .Select(folder => Path.GetFileName(folder))
            .Where(tag => resources.GetResourceSet(CultureInfo.GetCultureInfo(tag), createIfNotExists: true, tryParents: false) is not null)
            .Order(StringComparer.Ordinal);
        All = [Default, .. found];
        formats = All.ToDictionary(tag => tag, FormatsOf, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>BCP 47 tags, the default first.</summary>
    public IReadOnlyList<string> All { get; }

    public bool Has(string tag) => formats.ContainsKey(tag);

    /// <summary>The culture that formats dates and numbers on a page in this language.</summary>
    public CultureInfo Formats(string tag) => formats[tag];

    /// <summary>The page language nearest to what a browser asks for, in its order of preference.</summary>
    public string Nearest(IEnumerable<string> wanted)
    {
        foreach (var tag in wanted)
        {
            for (var candidate = tag; candidate.Length > 0; candidate = Parent(candidate))
            {
                if (All.FirstOrDefault(t => t.Equals(candidate, StringComparison.OrdinalIgnoreCase)) is { } match)
                {
                    return match;
                }
            }
        }

        return Default;
    }

    private static string Parent(string tag) => tag.LastIndexOf('-') is > 0 and var cut ? tag[..cut] : "";

    private static CultureInfo FormatsOf(string tag)
    {
        // A page in plain "en" is read all over the world, where the day stands before the month.
        var formats = (CultureInfo)CultureInfo.GetCultureInfo(tag == Default ? "en-GB" : tag).Clone();
        if (formats.TextInfo.IsRightToLeft)
        {
            // The numbers of a page are in Western digits, so their signs are Western, too.
            formats.NumberFormat.NumberGroupSeparator = ",";
            formats.NumberFormat.NumberDecimalSeparator = ".";
        }

        return CultureInfo.ReadOnly(formats);
    }
}

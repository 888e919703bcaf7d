using System.Globalization;
using System.Resources;
using LobbyKit.Web.Infrastructure.Localisation;

namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>What stands on the pages in one language, by the keys of the resource files.</summary>
internal sealed class PageTexts
{
    private static readonly ResourceManager Resources = new(typeof(Texts));
    private readonly CultureInfo culture;

    private PageTexts(CultureInfo culture) => this.culture = culture;

    public string this[string key] =>
        Resources.GetString(key, culture) ?? throw new ArgumentException($"There is no text {key}.", nameof(key));

    public static PageTexts In(string language) => new(CultureInfo.GetCultureInfo(language));
}

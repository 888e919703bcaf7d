using System.Globalization;
using System.Text.RegularExpressions;

namespace LobbyKit.Web.Campaigns;

/// <summary>
/// How well a campaign's accent colour can be read, wherever the style sheet uses it: links and buttons on light pages, and on dark ones in
/// the lighter shade that the style sheet mixes of it. WCAG 2.2 asks for 4.5:1.
/// </summary>
/// <param name="Where">What stands on what.</param>
/// <param name="Ratio">From 1 to 21.</param>
public sealed partial record AccentContrast(string Where, double Ratio)
{
    public const double Needed = 4.5;

    // As in wwwroot/css/site.css: --paper, --ground and --on-accent of both schemes, and what a dark page's accent is mixed with.
    private const string LightGround = "#f6f5f2";
    private const string DarkPaper = "#1c2024";
    private const string DarkGround = "#14171a";
    private const string OnDarkAccent = "#10181c";
    private const string DarkMix = "#cfe8f2";
    private const double DarkShare = .45;

    public bool IsEnough => Ratio >= Needed;

    /// <summary>"7.9:1", rounded down: what is shown as enough is enough.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Ratio * 10) / 10:0.0}:1");

    public static bool IsColour(string? text) => text is not null && Colour().IsMatch(text);

    /// <param name="accent">A colour as <c>#rrggbb</c>.</param>
    public static IReadOnlyList<AccentContrast> Of(string accent)
    {
        var light = Linear(accent);
        var dark = Mix(light, Linear(DarkMix), DarkShare);
        return
        [
            new("White text on a button", Between(light, Linear("#ffffff"))),
            new("A link on the page", Between(light, Linear(LightGround))),
            new("Text on a button, dark pages", Between(dark, Linear(OnDarkAccent))),
            new("A link on the page, dark pages", Between(dark, Linear(DarkGround))),
            new("A link on a card, dark pages", Between(dark, Linear(DarkPaper))),
        ];
    }

    private static double Between((double R, double G, double B) one, (double R, double G, double B) other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static double Luminance((double R, double G, double B) c) => (.2126 * c.R) + (.7152 * c.G) + (.0722 * c.B);

    private static (double R, double G, double B) Linear(string colour)
    {
        return (Part(1), Part(3), Part(5));

        double Part(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
        }
    }

    // CSS's color-mix(in oklab, …): there and back are Björn Ottosson's matrices, as CSS Color 4 has them.
    private static (double R, double G, double B) Mix((double R, double G, double B) one, (double R, double G, double B) other, double share)
    {
        var (a, b) = (ToLab(one), ToLab(other));
        var l = (a.L * share) + (b.L * (1 - share));
        var x = (a.A * share) + (b.A * (1 - share));
        var y = (a.B * share) + (b.B * (1 - share));
        var (p, q, r) = (Cube(l + (.3963377774 * x) + (.2158037573 * y)), Cube(l - (.1055613458 * x) - (.0638541728 * y)), Cube(l - (.0894841775 * x) - (1.2914855480 * y)));
        return (
            Math.Clamp((4.0767416621 * p) - (3.3077115913 * q) + (.2309699292 * r), 0, 1),
            Math.Clamp((-1.2684380046 * p) + (2.6097574011 * q) - (.3413193965 * r), 0, 1),
            Math.Clamp((-.0041960863 * p) - (.7034186147 * q) + (1.7076147010 * r), 0, 1));
    }

    private static (double L, double A, double B) ToLab((double R, double G, double B) c)
    {
        var l = Math.Cbrt((.4122214708 * c.R) + (.5363325363 * c.G) + (.0514459929 * c.B));
        var m = Math.Cbrt((.2119034982 * c.R) + (.6806995451 * c.G) + (.1073969566 * c.B));
        var s = Math.Cbrt((.0883024619 * c.R) + (.2817188376 * c.G) + (.6299787005 * c.B));
        return (
            (.2104542553 * l) + (.7936177850 * m) - (.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (.4505937099 * s),
            (.0259040371 * l) + (.7827717662 * m) - (.8086757660 * s));
    }

    private static double Cube(double value) => value * value * value;

    [GeneratedRegex(@"\A#[0-9a-fA-F]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}

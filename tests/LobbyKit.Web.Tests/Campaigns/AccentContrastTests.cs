using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Tests.Architecture;

namespace LobbyKit.Web.Tests.Campaigns;

public sealed class AccentContrastTests
{
    [Fact]
    public void The_figures_are_those_of_WCAG()
    {
        Assert.Equal(21, AccentContrast.Of("#000000")[0].Ratio, 3);
        Assert.Equal(1, AccentContrast.Of("#ffffff")[0].Ratio, 3);
        // #767676 is the lightest grey that passes on white, #777777 the first that does not.
        Assert.True(AccentContrast.Of("#767676")[0].IsEnough);
        Assert.False(AccentContrast.Of("#777777")[0].IsEnough);
    }

    [Fact]
    public void What_is_shown_as_enough_is_enough() => Assert.Equal("4.4:1", AccentContrast.Of("#777777")[0].Text);

    [Fact]
    public void The_default_passes_everywhere() => Assert.All(AccentContrast.Of(CampaignDefaults.Accent), c => Assert.True(c.IsEnough, c.Where));

    [Fact]
    public void A_colour_that_is_dark_even_when_lightened_fails_on_dark_pages() =>
        Assert.Contains(AccentContrast.Of("#000000"), c => !c.IsEnough && c.Where.Contains("dark pages", StringComparison.Ordinal));

    /// <summary>Chromium draws color-mix(in oklab, #1d4e5f 45%, #cfe8f2) as rgb(125, 159, 173), and that of #8a1538 as rgb(185, 142, 153).</summary>
    [Theory]
    [InlineData("#1d4e5f", "#7d9fad")]
    [InlineData("#8a1538", "#b98e99")]
    public void The_dark_shade_is_the_one_that_a_browser_mixes(string accent, string drawn)
    {
        var dark = AccentContrast.Of(accent).Single(c => c.Where == "A link on a card, dark pages");

        // Of two colours that are both held against white, the quotient is the contrast between them.
        Assert.Equal(AccentContrast.Of("#1c2024")[0].Ratio / AccentContrast.Of(drawn)[0].Ratio, dark.Ratio, tolerance: .05);
    }

    [Fact]
    public void The_colours_are_still_those_of_the_style_sheet()
    {
        var css = File.ReadAllText(Path.Combine(SourceTree.Web, "wwwroot", "css", "site.css"));

        Assert.Contains("color-mix(in oklab, var(--accent-set, #1d4e5f) 45%, #cfe8f2)", css, StringComparison.Ordinal);
        Assert.Contains("--ground: #f6f5f2", css, StringComparison.Ordinal);
        Assert.Contains("--on-accent: #10181c", css, StringComparison.Ordinal);
        Assert.Contains("--paper: #1c2024", css, StringComparison.Ordinal);
        Assert.Contains("--ground: #14171a", css, StringComparison.Ordinal);
    }
}

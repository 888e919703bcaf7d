using System.Globalization;

namespace LobbyKit.Web.Pages.Organise.Dashboard;

/// <summary>One rectangle of a chart. Widths are parts of the whole, so that a chart fits any screen and its words keep their size.</summary>
/// <param name="Series">What it stands for.</param>
/// <param name="X">Per cent of the chart's width.</param>
/// <param name="Y">Pixels from the top.</param>
/// <param name="Width">Per cent.</param>
/// <param name="Height">Pixels.</param>
public sealed record ChartRectangle(ChartSeries Series, double X, double Y, double Width, double Height)
{
    public string XText => Text(X) + "%";

    public string YText => Text(Y);

    public string WidthText => Text(Width) + "%";

    public string HeightText => Text(Height);

    /// <summary>As SVG writes a number, whatever the language of the page.</summary>
    public static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}

using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Pages.Organise.Dashboard;

/// <summary>A column for each day, and the table of the same figures.</summary>
/// <param name="Days">All of them, in their order, without gaps.</param>
public sealed record ColumnChart(IReadOnlyList<LetterTally> Days)
{
    /// <summary>So many are drawn; more could not be told apart on a telephone.</summary>
    public const int MostColumns = 92;

    public const int Height = 210;

    private const int Top = 18;
    private const int Bottom = 182;
    private const double Gap = 0.18;

    public IReadOnlyList<LetterTally> Drawn => Days.Count > MostColumns ? [.. Days.Skip(Days.Count - MostColumns)] : Days;

    /// <summary>The scale ends at a number that is easily halved, with noughts.</summary>
    public int Scale { get; } = RoundUp(Days.Count > 0 ? Days.Max(d => d.All) : 0);

    /// <summary>Lines across the chart, with the number that each stands for.</summary>
    public IEnumerable<(string Y, int Letters)> Lines =>
        (Scale % 2 == 0 ? new[] { 0, Scale / 2, Scale } : [0, Scale]).Select(letters => (ChartRectangle.Text(YOf(letters)), letters));

    public IEnumerable<ChartRectangle> Rectangles(LetterTally day, int index)
    {
        var width = 100.0 / Drawn.Count;
        var x = (index + (Gap / 2)) * width;
        if (day.Sent > 0)
        {
            yield return Rectangle(ChartSeries.Sent, 0, day.Sent);
        }

        if (day.Reported > 0)
        {
            yield return Rectangle(ChartSeries.Reported, day.Sent, day.All);
        }

        ChartRectangle Rectangle(ChartSeries series, int from, int to) => new(series, x, YOf(to), width * (1 - Gap), YOf(from) - YOf(to));
    }

    private double YOf(int letters) => Bottom - ((Bottom - Top) * (double)letters / Scale);

    private static int RoundUp(int letters)
    {
        for (long unit = 1; ; unit *= 10)
        {
            foreach (var scale in new[] { unit, 2 * unit, 4 * unit, 6 * unit, 8 * unit })
            {
                if (scale >= letters)
                {
                    return (int)Math.Min(scale, int.MaxValue);
                }
            }
        }
    }
}

namespace LobbyKit.Web.Pages.Organise.Dashboard;

/// <summary>Bars that lie under their names, and the table of the same figures.</summary>
/// <param name="Id">Of the section, unique on the page.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Of">The head of the table's first column.</param>
/// <param name="Rows">All of them; the table has them all.</param>
public sealed record BarChart(string Id, string Title, string Of, IReadOnlyList<BarRow> Rows)
{
    /// <summary>So many are drawn.</summary>
    public const int MostBars = 12;

    public const int RowHeight = 42;

    private const int BarTop = 21;
    private const int BarHeight = 12;

    /// <summary>A sentence under the title.</summary>
    public string Note { get; init; } = "";

    /// <summary>False where every letter is of one kind, or the rows say which.</summary>
    public bool HasTwoSeries { get; init; } = true;

    public IEnumerable<BarRow> Drawn => Rows.Take(MostBars);

    public int Height => Drawn.Count() * RowHeight;

    private int Most => Math.Max(1, Rows.Count > 0 ? Rows.Max(r => r.All) : 0);

    public IEnumerable<ChartRectangle> Rectangles(BarRow row, int index)
    {
        var sent = 100.0 * row.Sent / Most;
        if (row.Sent > 0)
        {
            yield return new ChartRectangle(ChartSeries.Sent, 0, Top(index), sent, BarHeight);
        }

        if (row.Reported > 0)
        {
            yield return new ChartRectangle(ChartSeries.Reported, sent, Top(index), 100.0 * row.Reported / Most, BarHeight);
        }
    }

    private static int Top(int index) => (index * RowHeight) + BarTop;
}

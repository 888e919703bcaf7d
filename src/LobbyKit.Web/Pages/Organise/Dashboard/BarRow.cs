namespace LobbyKit.Web.Pages.Organise.Dashboard;

/// <summary>One line of a bar chart and of its table.</summary>
/// <param name="Label">A country's name and the like.</param>
/// <param name="Sent">Letters that this server sends; everything where the chart makes no difference.</param>
/// <param name="Reported">Letters reported by their supporters.</param>
public sealed record BarRow(string Label, int Sent, int Reported)
{
    public int All => Sent + Reported;
}

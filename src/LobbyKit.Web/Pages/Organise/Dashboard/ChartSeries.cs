namespace LobbyKit.Web.Pages.Organise.Dashboard;

/// <summary>One of the two kinds of letters in a chart. They differ by pattern, not by colour alone.</summary>
public enum ChartSeries
{
    Sent,
    Reported,
}

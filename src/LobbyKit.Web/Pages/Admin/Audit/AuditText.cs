using System.Globalization;

namespace LobbyKit.Web.Pages.Admin.Audit;

/// <summary>How the log's times are written.</summary>
public static class AuditText
{
    /// <summary>"22 Nov 2026, 05:15:07 UTC".</summary>
    public static string Time(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}

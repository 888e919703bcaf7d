using System.ComponentModel.DataAnnotations;

namespace LobbyKit.Web.Status;

/// <summary>Settings under <c>LobbyKit:Status</c>: from when on something is worth a warning.</summary>
public sealed class StatusOptions
{
    public const string Section = "LobbyKit:Status";

    /// <summary>Less free space on the database's volume than this is an error.</summary>
    [Range(1, 100_000_000, ErrorMessage = Section + ":{0} has to be from {1} to {2}.")]
    public int MinimumFreeMegabytes { get; set; } = 500;

    /// <summary>E-mail that has been due for longer than this is stuck.</summary>
    [Range(1, 10_080, ErrorMessage = Section + ":{0} has to be from {1} to {2}.")]
    public int QueueMinutes { get; set; } = 30;

    /// <summary>A backup has to be younger than this.</summary>
    [Range(1, 365, ErrorMessage = Section + ":{0} has to be from {1} to {2}.")]
    public int BackupDays { get; set; } = 7;

    /// <summary>How long the database and the mail server may take to answer.</summary>
    [Range(1, 60, ErrorMessage = Section + ":{0} has to be from {1} to {2}.")]
    public int TimeoutSeconds { get; set; } = 5;

    public TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);
}

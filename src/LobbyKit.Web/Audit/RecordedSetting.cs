namespace LobbyKit.Web.Audit;

/// <summary>A setting as it was at the last start, so that a changed one is noticed at the next. Settings themselves stand in files and in the environment.</summary>
public sealed class RecordedSetting
{
    public const int NameLength = 200;

    /// <summary>Such as LobbyKit:Mail:Host.</summary>
    public required string Name { get; init; }

    /// <summary>Empty for a secret.</summary>
    public string Value { get; set; } = "";

    /// <summary>Of a secret only this is kept: made with the installation's secret, it tells that it changed, not to what.</summary>
    public string? SecretFingerprint { get; set; }
}

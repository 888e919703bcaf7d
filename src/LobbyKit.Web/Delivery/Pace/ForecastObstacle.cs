namespace LobbyKit.Web.Delivery.Pace;

/// <summary>Why nobody can say when a letter goes.</summary>
public enum ForecastObstacle
{
    None,

    /// <summary>A mail server takes none; it is tried now and then.</summary>
    Stop,

    /// <summary>Somebody paused it.</summary>
    Pause,

    /// <summary>The office has no e-mail address that may be used.</summary>
    Address,
}

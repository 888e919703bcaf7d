namespace LobbyKit.Web.Delivery.Pace;

/// <summary>When a letter will go, as far as anybody can say.</summary>
/// <param name="At">Null where nobody can: <paramref name="Obstacle"/> says why.</param>
/// <param name="Ahead">Letters that go before it: to the same office, or to all that share the way that is the slowest.</param>
/// <param name="IsInTime">False where it may arrive after the event has begun.</param>
/// <param name="Obstacle">What has to change first.</param>
public sealed record LetterForecast(DateTime? At, int Ahead, bool IsInTime, ForecastObstacle Obstacle = ForecastObstacle.None)
{
    /// <summary>Whether the event has begun already.</summary>
    public bool IsEventOn { get; init; }

    /// <summary>Whether it is now an hour at which the office gets no letters.</summary>
    public bool IsAfterHours { get; init; }
}

namespace LobbyKit.Web.Delivery.Pace;

/// <summary>When a letter will go, as far as anybody can say.</summary>
/// <param name="At">Null where nobody can: delivery is stopped, or it takes longer than 30 days.</param>
/// <param name="Ahead">Letters to the same office that go before it.</param>
/// <param name="IsInTime">False where it may arrive after the event has begun.</param>
public sealed record LetterForecast(DateTime? At, int Ahead, bool IsInTime);

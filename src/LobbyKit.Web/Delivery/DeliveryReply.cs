namespace LobbyKit.Web.Delivery;

/// <summary>What came of one try, with what the server said.</summary>
/// <param name="Outcome">What follows from it.</param>
/// <param name="Code">SMTP reply code; null where no server answered.</param>
/// <param name="EnhancedCode">RFC 3463 code, empty where there is none.</param>
/// <param name="Text">The server's words, or a plain sentence of what failed.</param>
public sealed record DeliveryReply(DeliveryOutcome Outcome, int? Code, string EnhancedCode, string Text)
{
    /// <summary>True where it is about this server and not about this one e-mail: any other would fare the same now.</summary>
    public bool IsAboutUs { get; init; }
}

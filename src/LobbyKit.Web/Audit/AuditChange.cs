namespace LobbyKit.Web.Audit;

/// <param name="Field">In words, as admins read it.</param>
/// <param name="Before">Null for nothing.</param>
/// <param name="After">Null for nothing.</param>
/// <param name="IsSecret">Of a secret the log says that it changed, and never from what to what.</param>
public sealed record AuditChange(string Field, string? Before, string? After, bool IsSecret = false);

namespace LobbyKit.Web.Audit;

/// <summary>Who is acting.</summary>
/// <param name="AccountId">Null for somebody who is not signed in: with a link for a password or an invitation in hand.</param>
/// <param name="Address">The IP address; kept only of who has, or is getting, an account.</param>
/// <param name="Part">The part of the installation that acts by itself; empty for people.</param>
public sealed record AuditActor(int? AccountId, string Address, string Part = "");

namespace LobbyKit.Web.Contacts;

/// <summary>What came of approving several addresses at once.</summary>
/// <param name="Approved">How many are in use now.</param>
/// <param name="LeftOut">The offices of those that are not, each with the reason; null for one that is gone.</param>
public sealed record BulkApproval(int Approved, IReadOnlyList<(string? Office, ContactOutcome Why)> LeftOut);

namespace LobbyKit.Web.Contacts;

/// <summary>A channel as it was.</summary>
public sealed record ChannelSnapshot(
    ChannelKind Kind, string Address, DateTime? VerifiedAt, string VerifiedBy, string VerifiedPage, DateTime? StoppedAt);

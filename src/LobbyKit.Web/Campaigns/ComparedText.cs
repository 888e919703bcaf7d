namespace LobbyKit.Web.Campaigns;

/// <summary>A run of words, and whether the other side has it too.</summary>
public sealed record ComparedText(string Text, bool IsChanged);

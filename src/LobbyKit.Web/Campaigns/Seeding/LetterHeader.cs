namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>The front matter of a letter's file.</summary>
public sealed class LetterHeader
{
    public string Subject { get; set; } = "";
}

using System.ComponentModel;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>The front matter of a letter's file.</summary>
public sealed class LetterHeader
{
    public string Subject { get; set => field = value ?? ""; } = "";

    /// <summary>False for one that supporters do not get yet; then it may have problems.</summary>
    [DefaultValue(true)]
    public bool Published { get; set; } = true;
}

namespace LobbyKit.Web.Infrastructure.Secrets;

/// <summary>Settings under <c>LobbyKit:Keys</c>.</summary>
public sealed class KeyOptions
{
    public const string Section = "LobbyKit:Keys";

    /// <summary>
    /// Folder of the encryption keys. Never the folder of the database: whoever copies one must not get the other.
    /// Relative to the content root.
    /// </summary>
    public string Folder { get; set; } = "App_Data/keys";
}

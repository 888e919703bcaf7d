namespace LobbyKit.Web.Data;

/// <summary>Settings under <c>LobbyKit:Seed</c>: what is brought into the database at start.</summary>
public sealed class SeedOptions
{
    public const string Section = "LobbyKit:Seed";

    /// <summary>A list of contacts; empty for none. Relative to the executable.</summary>
    public string Contacts { get; set; } = "data/g20-leaders.csv";

    /// <summary>A folder of campaigns, one a folder; empty for none. Relative to the executable.</summary>
    public string Campaigns { get; set; } = "data/campaigns";
}

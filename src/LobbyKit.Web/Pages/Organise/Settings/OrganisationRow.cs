namespace LobbyKit.Web.Pages.Organise.Settings;

/// <summary>A row of the form of organisations.</summary>
public sealed class OrganisationRow
{
    /// <summary>Null for one that is not saved yet.</summary>
    public int? Id { get; set; }

    public string? Name { get; set; }

    public string? Url { get; set; }
}

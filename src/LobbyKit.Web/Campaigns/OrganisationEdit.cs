namespace LobbyKit.Web.Campaigns;

/// <summary>An organisation as it is to be.</summary>
/// <param name="Id">The one that it changes; null for a new one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Url">Absolute address of its site, empty where none is given.</param>
public sealed record OrganisationEdit(int? Id, string Name, string Url);

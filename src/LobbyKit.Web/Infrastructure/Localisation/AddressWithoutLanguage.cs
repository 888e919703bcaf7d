namespace LobbyKit.Web.Infrastructure.Localisation;

/// <summary>Where a request went, less its language, so that the same page can be linked to in another.</summary>
public sealed record AddressWithoutLanguage(PathString PathBase, PathString Path)
{
    public string In(string language, QueryString query) => PathBase.Add("/" + language).Add(Path) + query;
}

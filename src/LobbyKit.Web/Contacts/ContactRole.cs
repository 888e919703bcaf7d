namespace LobbyKit.Web.Contacts;

public enum ContactRole
{
    HeadOfGovernment,
    HeadOfState,
    ForeignMinister,
    InstitutionHead,
}

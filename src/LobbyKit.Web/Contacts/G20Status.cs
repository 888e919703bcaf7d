namespace LobbyKit.Web.Contacts;

public enum G20Status
{
    Member,
    PermanentGuest,
    Invited,
    NonMember,
}

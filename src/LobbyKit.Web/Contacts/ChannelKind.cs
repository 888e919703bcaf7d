namespace LobbyKit.Web.Contacts;

public enum ChannelKind
{
    Email,
    WebForm,
    Post,
    Phone,
}

namespace LobbyKit.Web.Contacts;

/// <summary>How sure the source makes us of the electronic channel.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}

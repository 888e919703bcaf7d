namespace LobbyKit.Web.Delivery;

/// <summary>What an e-mail in the outbox is. The lower number goes out first.</summary>
public enum MailKind
{
    Confirmation = 0,
    Letter = 10,
}

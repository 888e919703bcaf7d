namespace LobbyKit.Web.Letters;

/// <summary>Who moved a letter.</summary>
public enum LetterActor
{
    Supporter,
    Delivery,
    Retention,
    Admin,
    AbuseRule,
}

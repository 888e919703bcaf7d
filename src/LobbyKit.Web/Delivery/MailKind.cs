namespace LobbyKit.Web.Delivery;

/// <summary>What an e-mail in the outbox is. The lower number goes out first.</summary>
public enum MailKind
{
    Confirmation = 0,

    /// <summary>Invitations and password resets; a person waits for them too.</summary>
    Account = 1,

    /// <summary>To a supporter about their letter: what the office wrote back, or that it was not delivered.</summary>
    Notice = 2,

    /// <summary>A letter to its organiser, to see how it looks.</summary>
    Test = 5,

    Letter = 10,
}

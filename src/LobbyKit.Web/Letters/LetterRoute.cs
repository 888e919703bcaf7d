namespace LobbyKit.Web.Letters;

/// <summary>How a letter travels: by this server, or by the supporter's own hand.</summary>
public enum LetterRoute
{
    /// <summary>This server e-mails it, once its supporter has confirmed.</summary>
    Server,

    /// <summary>The supporter e-mails it from their own mailbox.</summary>
    OwnMailbox,

    WebForm,
    Post,
    Phone,
}

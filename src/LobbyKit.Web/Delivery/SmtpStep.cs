namespace LobbyKit.Web.Delivery;

/// <summary>How far a conversation with a mail server had come.</summary>
public enum SmtpStep
{
    Connect,
    Greeting,
    Hello,
    StartTls,
    Login,
    MailFrom,
    RcptTo,
    Data,

    /// <summary>The whole message was handed over; the server's answer decides.</summary>
    EndOfData,
}

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>Settings under <c>LobbyKit:Mail:Imap</c>.</summary>
public sealed class ImapOptions
{
    /// <summary>Empty where no mailbox is looked into.</summary>
    public string Host { get; set; } = "";

    /// <summary>0 means the usual one: 993 with TLS, else 143.</summary>
    public int Port { get; set; }

    public MailSecurity Security { get; set; } = MailSecurity.Tls;

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    public string Folder { get; set; } = "INBOX";

    /// <summary>Where what was read is moved to; empty leaves it where it is, marked as seen.</summary>
    public string DoneFolder { get; set; } = "";

    /// <summary>How long the mailbox is left alone in between.</summary>
    public int PollSeconds { get; set; } = 30;
}

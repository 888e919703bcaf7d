using LobbyKit.Web.Delivery.Returns;

namespace LobbyKit.Web.Delivery;

/// <summary>Settings under <c>LobbyKit:Mail</c>. What is left out is filled in by <see cref="MailDefaults"/>.</summary>
public sealed class MailOptions
{
    public const string Section = "LobbyKit:Mail";

    /// <summary>The mail server that takes everything; empty where mail goes to the demo mailbox.</summary>
    public string Host { get; set; } = "";

    /// <summary>0 means the usual one: 25 without protection, 587 with STARTTLS, 465 with TLS.</summary>
    public int Port { get; set; }

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Empty where the server wants no login.</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>On the campaign's own domain; every letter comes from it.</summary>
    public string FromAddress { get; set; } = "";

    /// <summary>Where bounces go; empty means <see cref="FromAddress"/>.</summary>
    public string EnvelopeFrom { get; set; } = "";

    /// <summary>
    /// What stands between the local part of <see cref="EnvelopeFrom"/> and the mark of each e-mail, by which its bounces are known: the sign
    /// that the mail server takes for its own addresses. Empty where it knows none.
    /// </summary>
    public string ReturnSeparator { get; set; } = "+";

    /// <summary>The secret with which the mail server hands over what came back; empty where it does not.</summary>
    public string HookToken { get; set; } = "";

    /// <summary>A larger message is not taken back.</summary>
    public int LargestReturnKilobytes { get; set; } = 2048;

    /// <summary>The mailbox in which what came back is looked for.</summary>
    public ImapOptions Imap { get; set; } = new();

    /// <summary>The longest that one e-mail may take, from connecting to the server's last word.</summary>
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>
    /// How many connections to the mail server are used side by side. The platform's client, which sends in the restricted build, may lose
    /// some 40 ms with each e-mail on each of them.
    /// </summary>
    public int Connections { get; set; } =
#if LOBBYKIT_FULL
        8;
#else
        24;
#endif

    /// <summary>With what key e-mails are signed; in the full build only.</summary>
    public DkimOptions Dkim { get; } = new();

    /// <summary>Whether mail goes to the mailbox inside the application. Left out: in Development, where no host is set.</summary>
    public bool? DemoMailbox { get; set; }

    /// <summary>The loopback port of the demo mailbox; 0 takes a free one.</summary>
    public int DemoMailboxPort { get; set; }

    /// <summary>Relative to the content root.</summary>
    public string DemoMailboxFolder { get; set; } = "App_Data/mailbox";

    /// <summary>
    /// Whether letters go only to addresses that an admin has seen on the official page. Left out: unless all mail stays in
    /// the demo mailbox.
    /// </summary>
    public bool? RequireVerifiedContacts { get; set; }

    public bool UsesDemoMailbox => DemoMailbox == true;

    public int LargestReturn => LargestReturnKilobytes * 1024;

    /// <summary>After this another worker may take an e-mail: well past the longest that sending it can take.</summary>
    public TimeSpan Lease => TimeSpan.FromSeconds(3 * TimeoutSeconds);
}

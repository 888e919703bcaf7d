using LobbyKit.Web.Delivery.Mailbox;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>Where mail goes: the mail server of the settings, or the mailbox inside the application.</summary>
public sealed class MailRoute(IOptions<MailOptions> settings, DemoMailbox demoMailbox)
{
    private MailOptions Options => settings.Value;

    public string Host => Options.UsesDemoMailbox ? "127.0.0.1" : Options.Host;

    public int Port => Options.UsesDemoMailbox ? demoMailbox.Port : Options.Port;

    public MailSecurity Security => Options.UsesDemoMailbox ? MailSecurity.None : Options.Security;

    public string UserName => Options.UsesDemoMailbox ? "" : Options.UserName;

    public string Password => Options.UsesDemoMailbox ? "" : Options.Password;

    public TimeSpan Timeout => TimeSpan.FromSeconds(Options.TimeoutSeconds);
}

using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>Fills in what the settings leave out.</summary>
internal sealed class MailDefaults(IHostEnvironment environment) : IPostConfigureOptions<MailOptions>
{
    private const string DemoFromAddress = "letters@campaign.example";

    public void PostConfigure(string? name, MailOptions options)
    {
        options.DemoMailbox ??= environment.IsDevelopment() && options.Host.Length == 0;
        options.RequireVerifiedContacts ??= !options.UsesDemoMailbox;
        if (options.FromAddress.Length == 0 && options.UsesDemoMailbox)
        {
            options.FromAddress = DemoFromAddress;
        }

        if (options.EnvelopeFrom.Length == 0)
        {
            options.EnvelopeFrom = options.FromAddress;
        }

        if (options.Imap.Port == 0)
        {
            options.Imap.Port = options.Imap.Security == MailSecurity.Tls ? 993 : 143;
        }

        if (options.Port == 0)
        {
            options.Port = options.Security switch { MailSecurity.Tls => 465, MailSecurity.StartTls => 587, _ => 25 };
        }
    }
}

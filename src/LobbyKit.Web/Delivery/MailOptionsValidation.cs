using System.Net;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>Holds the settings against each other at start: a wrong one is found before a letter is written, not after.</summary>
internal sealed class MailOptionsValidation(IHostEnvironment environment) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count > 0 ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> Problems(MailOptions o)
    {
        if (o.UsesDemoMailbox && o.Host.Length > 0)
        {
            yield return "LobbyKit:Mail:Host is set and LobbyKit:Mail:DemoMailbox is true: mail can go to one of them only. Take one out.";
        }

        if (!o.UsesDemoMailbox && o.Host.Length == 0)
        {
            yield return environment.IsDevelopment()
                ? "LobbyKit:Mail:DemoMailbox is false and LobbyKit:Mail:Host is empty: mail has nowhere to go. "
                    + "Set the host, or leave DemoMailbox out."
                : "Nothing says where mail goes. Set LobbyKit:Mail:Host to your mail server's name, or, to keep every e-mail in a "
                    + "mailbox inside the application and send nothing, LobbyKit:Mail:DemoMailbox to true.";
        }

        if (o.FromAddress.Length == 0)
        {
            yield return "LobbyKit:Mail:FromAddress is empty. Set it to an address on the campaign's own domain, such as "
                + "letters@campaign.example.";
        }
        else if (!MailAddressText.IsValid(o.FromAddress))
        {
            yield return $"LobbyKit:Mail:FromAddress is '{o.FromAddress}'; it can be one plain e-mail address, such as "
                + "letters@campaign.example.";
        }

        if (o.EnvelopeFrom.Length > 0 && !MailAddressText.IsValid(o.EnvelopeFrom))
        {
            yield return $"LobbyKit:Mail:EnvelopeFrom is '{o.EnvelopeFrom}'; it can be one plain e-mail address, or nothing for "
                + "FromAddress.";
        }

        if (o.UserName.Length == 0 != (o.Password.Length == 0))
        {
            yield return "Of LobbyKit:Mail:UserName and LobbyKit:Mail:Password only one is set. Set both, or neither where the server "
                + "wants no login.";
        }

        if (o.Password.Length > 0 && o.Security == MailSecurity.None && o.Host.Length > 0 && !IsLoopback(o.Host))
        {
            yield return "LobbyKit:Mail:Password would cross the network unprotected: LobbyKit:Mail:Security is None. It can be StartTls "
                + "or Tls.";
        }
#if !LOBBYKIT_FULL
        if (o.Security == MailSecurity.Tls && !o.UsesDemoMailbox)
        {
            yield return "LobbyKit:Mail:Security is Tls, which the restricted build cannot speak. It can be StartTls (usually port 587), "
                + "or None.";
        }
#endif
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

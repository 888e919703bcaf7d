using System.Net;
using LobbyKit.Web.Delivery.Returns;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>Holds the settings against each other at start: a wrong one is found before a letter is written, not after.</summary>
internal sealed class MailOptionsValidation(IHostEnvironment environment) : IValidateOptions<MailOptions>
{
    private const int ShortestToken = 32;

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

        foreach (var problem in o.Dkim.IsSet ? DkimProblems(o) : [])
        {
            yield return problem;
        }

        foreach (var problem in ReturnProblems(o))
        {
            yield return problem;
        }
#if !LOBBYKIT_FULL
        if (o.Security == MailSecurity.Tls && !o.UsesDemoMailbox)
        {
            yield return "LobbyKit:Mail:Security is Tls, which the restricted build cannot speak. It can be StartTls (usually port 587), "
                + "or None.";
        }
#endif
    }

#if LOBBYKIT_FULL
    private IEnumerable<string> DkimProblems(MailOptions o)
    {
        if (o.Dkim is { Domain.Length: 0 } or { Selector.Length: 0 } or { KeyFile.Length: 0 })
        {
            yield return "Of LobbyKit:Mail:Dkim:Domain, Selector and KeyFile only some are set. Set all three, or none where your mail server "
                + "signs by itself.";
            yield break;
        }

        // A signature of another domain would say nothing for this one (DMARC, RFC 7489, 3.1.1).
        var from = MailAddressText.Domain(o.FromAddress);
        if (!$".{from}".EndsWith($".{o.Dkim.Domain}", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"LobbyKit:Mail:Dkim:Domain is '{o.Dkim.Domain}', which does not vouch for LobbyKit:Mail:FromAddress at {from}. It can be "
                + "that domain, or one above it.";
        }

        if (!MailAddressText.IsValid($"x@{o.Dkim.Selector}.{o.Dkim.Domain}"))
        {
            yield return $"LobbyKit:Mail:Dkim:Selector is '{o.Dkim.Selector}'; it can be the name before ._domainkey in your name service, such as "
                + "letters2026.";
        }

        string? wrongKey = null;
        try
        {
            DkimSignature.Signer(o.Dkim, environment.ContentRootPath);
        }
        catch (InvalidDataException problem)
        {
            wrongKey = problem.Message;
        }

        if (wrongKey is not null)
        {
            yield return $"LobbyKit:Mail:Dkim:KeyFile is '{o.Dkim.KeyFile}', {wrongKey}.";
        }
    }
#else
    private static IEnumerable<string> DkimProblems(MailOptions o)
    {
        yield return $"LobbyKit:Mail:Dkim is set, for the domain '{o.Dkim.Domain}', but the restricted build cannot sign e-mails. Let your mail server "
            + "sign them, and take the setting out.";
    }
#endif

    private static IEnumerable<string> ReturnProblems(MailOptions o)
    {
        if (o.ReturnSeparator.Length > 0 && o.EnvelopeFrom.LastIndexOf('@') is var length && length > ReturnPaths.LongestBase)
        {
            yield return $"LobbyKit:Mail:EnvelopeFrom has {length} characters before the @, and each e-mail's mark comes after them: {ReturnPaths.LongestBase} "
                + "is the most. Set it to a shorter address, such as letters@campaign.example, or LobbyKit:Mail:ReturnSeparator to none.";
        }

        if (o.HookToken.Length is > 0 and < ShortestToken)
        {
            yield return $"LobbyKit:Mail:HookToken has {o.HookToken.Length} characters; it needs {ShortestToken} at least. Make one with: openssl rand -hex 32";
        }

        if (o.Imap.Host.Length == 0)
        {
            yield break;
        }

        if (o.Imap.UserName.Length == 0 || o.Imap.Password.Length == 0)
        {
            yield return "LobbyKit:Mail:Imap:Host is set, and LobbyKit:Mail:Imap:UserName or LobbyKit:Mail:Imap:Password is not. The mailbox needs both.";
        }

        if (o.Imap.Security == MailSecurity.None && !IsLoopback(o.Imap.Host))
        {
            yield return "LobbyKit:Mail:Imap:Password would cross the network unprotected: LobbyKit:Mail:Imap:Security is None. It can be StartTls or Tls.";
        }
#if !LOBBYKIT_FULL
        yield return "LobbyKit:Mail:Imap:Host is set, but this is the restricted build, which cannot read a mailbox. Let the mail server hand over what comes back: "
            + "see LobbyKit:Mail:HookToken.";
#endif
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

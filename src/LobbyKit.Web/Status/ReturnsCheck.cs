using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Returns;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Status;

/// <summary>What comes back, and which addresses were stopped because of it.</summary>
internal sealed class ReturnsCheck(ReturnCounts counts, StoppedAddresses addresses, IOptions<MailOptions> mail) : StatusCheck
{
    private const int Days = 7;
    private const int Named = 5;

    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var stopped = await addresses.NowAsync(cancellationToken);
        if (stopped.Count > 0)
        {
            return Attention(
                $"Delivery has stopped the e-mail address of {(stopped.Count == 1 ? "one office" : $"{stopped.Count} offices")}, because letters no longer arrived: "
                + $"{string.Join("; ", stopped.Take(Named).Select(s => $"{OfficeTitle.Of(s.Contact.Office, s.Contact.CountryName)} ({s.Failure.Code})"))}{(stopped.Count > Named ? "; …" : "")}.",
                "Look at their official pages, under Contacts, and enter the addresses that stand there now.");
        }

        var since = await counts.SinceAsync(Days, cancellationToken);
        int Of(params ReturnOutcome[] outcomes) => outcomes.Sum(o => since.GetValueOrDefault(o));
        var finding = $"In {Days} days {Of(ReturnOutcome.Bounced)} letters came back and {Of(ReturnOutcome.Forwarded, ReturnOutcome.Answered)} answers came to our address; "
            + $"{Of(ReturnOutcome.Noted, ReturnOutcome.Duplicate, ReturnOutcome.Loop)} other messages asked for nothing, and {Of(ReturnOutcome.Unmatched)} were about no e-mail of ours.";
        return mail.Value.UsesDemoMailbox ? Good("E-mail stays in the demo mailbox, so nothing comes back.")
            : mail.Value.HookToken.Length == 0 && mail.Value.Imap.Host.Length == 0
            ? Attention(
                "Nobody brings back what bounces: a letter that the office's server returns later stays \"delivered\".",
                "Let the mail server hand it over (LobbyKit:Mail:HookToken), or name the mailbox it goes to (LobbyKit:Mail:Imap, in the full build).")
            : Good(finding);
    }
}

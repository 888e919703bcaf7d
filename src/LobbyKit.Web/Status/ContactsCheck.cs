using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Status;

internal sealed class ContactsCheck(
    IDbContextFactory<LobbyKitDbContext> contexts, IOptions<ContactOptions> options, IOptions<MailOptions> mail, TimeProvider clock) : StatusCheck
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var days = options.Value.StaleAfterDays;
        var all = await db.Contacts.CountAsync(c => c.RetiredAt == null && c.Channels.Any(x => x.StoppedAt == null), cancellationToken);
        // The work list that the admin is sent to, and the same rule.
        var stale = await new ContactsToVerify(db, options, clock).CountAsync(cancellationToken);
        var finding = stale == 0
            ? $"All {all} contacts were verified within {days} days."
            : $"{stale} of {all} contacts were not verified within {days} days.";
        return stale == 0 ? Good(finding)
            : mail.Value.UsesDemoMailbox ? Good($"{finding} As long as all e-mail stays in the demo mailbox that does no harm.")
            : Attention(finding, "They stand under Contacts, To verify, those that are written to most first. E-mail goes only to verified addresses.");
    }
}

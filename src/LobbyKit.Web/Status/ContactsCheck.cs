using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Status;

internal sealed class ContactsCheck(
    IDbContextFactory<LobbyKitDbContext> contexts, IOptions<StatusOptions> options, IOptions<MailOptions> mail, TimeProvider clock) : StatusCheck
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var limit = clock.GetUtcNow().UtcDateTime.AddDays(-options.Value.StaleContactDays);
        var usable = db.Contacts.Where(c => c.Channels.Count > 0);
        var all = await usable.CountAsync(cancellationToken);
        var stale = await usable.CountAsync(c => c.Channels.All(channel => channel.VerifiedAt == null || channel.VerifiedAt < limit), cancellationToken);
        var finding = stale == 0
            ? $"All {all} contacts were verified within {options.Value.StaleContactDays} days."
            : $"{stale} of {all} contacts were not verified within {options.Value.StaleContactDays} days.";
        return stale == 0 ? Good(finding)
            : mail.Value.UsesDemoMailbox ? Good($"{finding} As long as all e-mail stays in the demo mailbox that does no harm.")
            : Attention(finding, "Open their official pages and verify them, those that are written to most first. E-mail goes only to verified addresses.");
    }
}

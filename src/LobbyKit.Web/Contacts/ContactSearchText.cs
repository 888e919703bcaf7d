using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>Makes contacts findable that an earlier version wrote: it kept neither their folded text nor the canonical form of their addresses.</summary>
public sealed class ContactSearchText(IDbContextFactory<LobbyKitDbContext> contexts, ILogger<ContactSearchText> logger)
{
    private const int BatchSize = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var contacts = await db.Contacts.Include(c => c.Channels).AsSplitQuery()
                .Where(c => c.SearchText == "").OrderBy(c => c.Id).Take(BatchSize).ToListAsync(cancellationToken);
            if (contacts.Count == 0)
            {
                break;
            }

            foreach (var contact in contacts)
            {
                contact.RefreshSearchText();
                contact.Channels.ForEach(c => c.Address = new string(c.Address));
            }

            done += await db.SaveChangesAsync(cancellationToken) > 0 ? contacts.Count : throw new InvalidOperationException("The contacts' search text cannot be kept.");
        }

        if (done > 0)
        {
            logger.LogInformation("Made {Contacts} contacts searchable.", done);
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Campaigns.Exchange;

/// <summary>
/// Makes a draft of a campaign's file, in two steps: first it is shown what is in it, then it is made. In between the file waits in the
/// database, one for each account, sealed for that account and for an hour. Uploading it twice would need no such row, but no browser
/// fills in a file for the second time, and people would choose another one. The file is read anew at each step: nothing is believed because it
/// was checked before.
/// </summary>
public sealed class CampaignImport(LobbyKitDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private const int SlugLength = 60;

    /// <summary>Reads the file, and writes nothing.</summary>
    public async Task<ImportCheck> CheckAsync(byte[] zip, string author, CancellationToken cancellationToken)
    {
        try
        {
            var reading = CampaignReader.Read(CampaignZip.Read(zip), clock.GetUtcNow().UtcDateTime, author, "Imported");
            return new ImportCheck(
                reading.Campaign, reading.Problems, reading.Gaps, reading.Campaign is null ? "" : await FreeSlugAsync(reading.Campaign.Slug, cancellationToken));
        }
        catch (FileProblemException wrong)
        {
            return new ImportCheck(null, [wrong.Problem], [], "");
        }
    }

    /// <summary>Keeps a checked file for the account, in place of the one that it had.</summary>
    public async Task KeepAsync(int accountId, byte[] zip, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var oldest = now - Lasts;
        await db.PendingImports.Where(i => i.AccountId == accountId || i.CreatedAt < oldest).ExecuteDeleteAsync(cancellationToken);
        db.PendingImports.Add(new PendingImport { AccountId = accountId, SealedZip = Protector(accountId).Protect(zip), CreatedAt = now });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>Null where the account has none that is still good.</returns>
    public async Task<ImportCheck?> KeptAsync(int accountId, string author, CancellationToken cancellationToken) =>
        await OpenAsync(accountId, cancellationToken) is { } zip ? await CheckAsync(zip, author, cancellationToken) : null;

    /// <summary>Makes a draft of the kept file, with the account on its team. A file makes one campaign, however often the button is pressed.</summary>
    public async Task<(ImportOutcome Outcome, int CampaignId)> MakeAsync(int accountId, string author, string slug, CancellationToken cancellationToken)
    {
        var check = await KeptAsync(accountId, author, cancellationToken);
        if (check?.Campaign is not { } campaign)
        {
            return (ImportOutcome.NoFile, 0);
        }

        if (!CampaignRules.IsSlug(slug))
        {
            return (ImportOutcome.SlugWrong, 0);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.PendingImports.Where(i => i.AccountId == accountId).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return (ImportOutcome.NoFile, 0);
        }

        campaign.Slug = slug;
        db.Campaigns.Add(campaign);
        try
        {
            if (await db.Campaigns.AnyAsync(c => c.Slug == slug, cancellationToken))
            {
                return (ImportOutcome.SlugTaken, 0);
            }

            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Everything else was checked: another one took the slug at this moment.
            return (ImportOutcome.SlugTaken, 0);
        }

        db.CampaignMembers.Add(new CampaignMember { CampaignId = campaign.Id, AccountId = accountId, JoinedAt = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (ImportOutcome.Made, campaign.Id);
    }

    private async Task<byte[]?> OpenAsync(int accountId, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow().UtcDateTime - Lasts;
        var kept = await db.PendingImports.AsNoTracking().FirstOrDefaultAsync(i => i.AccountId == accountId && i.CreatedAt >= oldest, cancellationToken);
        try
        {
            return kept is null ? null : Protector(accountId).Unprotect(kept.SealedZip);
        }
        catch (CryptographicException)
        {
            // The keys that sealed it are gone: as good as no file.
            return null;
        }
    }

    private async Task<string> FreeSlugAsync(string slug, CancellationToken cancellationToken)
    {
        var taken = (await db.Campaigns.Where(c => c.Slug.StartsWith(slug)).Select(c => c.Slug).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var free = slug;
        for (var number = 2; taken.Contains(free); number++)
        {
            var ending = $"-{number.ToString(CultureInfo.InvariantCulture)}";
            free = slug[..Math.Min(slug.Length, SlugLength - ending.Length)].TrimEnd('-') + ending;
        }

        return free;
    }

    private IDataProtector Protector(int accountId) =>
        protection.CreateProtector("LobbyKit.Import.v1", accountId.ToString(CultureInfo.InvariantCulture));
}

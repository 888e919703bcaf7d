using System.Globalization;
using System.Security.Cryptography;
using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Audit;

/// <summary>Follows the chain from its first link and holds every entry against it. Reads only.</summary>
public sealed class AuditVerification(IDbContextFactory<LobbyKitDbContext> contexts, AuditSignature signature, KeyFolder keys)
{
    private const int Batch = 1000;

    /// <param name="knownHead">A head that was noted earlier, as <see cref="AuditVerdict.Head"/> says it: the chain has to go through it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AuditVerdict> RunAsync(string? knownHead, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var verdict = new AuditVerdict(0, 0, null, "", null, null);
        if (!await db.StoredSecrets.AnyAsync(cancellationToken))
        {
            return await db.AuditEntries.AnyAsync(cancellationToken)
                ? verdict with { Problem = "The installation's secret is gone from the database, and with it the means to verify the log." }
                : verdict;
        }

        try
        {
            // Asked for a key where there is none, Data Protection makes one; who verifies leaves everything as it is.
            if (keys.Keys.Count == 0)
            {
                throw new CryptographicException();
            }

            signature.Prepare();
        }
        catch (CryptographicException)
        {
            return verdict with { Problem = "The keys in LobbyKit:Keys:Folder do not open this installation's secret. Verify with the keys that belong to this database." };
        }

        verdict = await FollowAsync(db, verdict, knownHead, cancellationToken);
        return verdict.IsWhole ? await LookAtTailAsync(db, verdict, cancellationToken) : verdict;
    }

    private async Task<AuditVerdict> FollowAsync(LobbyKitDbContext db, AuditVerdict verdict, string? knownHead, CancellationToken cancellationToken)
    {
        var (expected, hash, goesThrough) = (1L, "", knownHead is null);
        while (true)
        {
            var from = expected;
            var seals = await db.AuditSeals.AsNoTracking().Where(s => s.Sequence >= from).OrderBy(s => s.Sequence).Take(Batch).ToListAsync(cancellationToken);
            var ids = seals.Select(s => s.EntryId).ToList();
            var entries = await db.AuditEntries.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellationToken);
            foreach (var seal in seals)
            {
                var entry = entries.GetValueOrDefault(seal.EntryId);
                if (ProblemOf(seal, entry, expected, hash) is { } problem)
                {
                    return verdict with { Problem = problem, EntryId = seal.Sequence == expected ? seal.EntryId : null };
                }

                (hash, expected) = (seal.Hash, expected + 1);
                verdict = verdict with { Sealed = seal.Sequence, Head = $"{Text(seal.Sequence)}:{hash}" };
                goesThrough |= verdict.Head == knownHead;
            }

            if (seals.Count < Batch)
            {
                return goesThrough ? verdict : verdict with
                {
                    Problem = $"The chain does not go through {knownHead}. Its end was cut off and written anew, or this is an older copy of the database."
                };
            }
        }
    }

    private string? ProblemOf(AuditSeal seal, AuditEntry? entry, long expected, string before)
    {
        if (seal.Sequence != expected)
        {
            return $"Seal {Text(expected)} is gone; the next one is {Text(seal.Sequence)}. What was sealed there may be gone with it.";
        }

        if (entry is null)
        {
            return $"Entry {Text(seal.EntryId)} is gone. It was sealed as number {Text(seal.Sequence)} on {Text(seal.SealedAt)}.";
        }

        if (signature.Of(entry) != entry.Mac)
        {
            return $"Entry {Text(entry.Id)} is not as it was written. It now says: {Text(entry.At)}, {AuditSentence.Of(entry)}";
        }

        return signature.Of(before, seal.Sequence, seal.EntryId, seal.SealedAt, entry.Mac) != seal.Hash
            ? $"Entry {Text(entry.Id)} is not the one that was sealed as number {Text(seal.Sequence)}: entries were exchanged or put in between, or the seal was changed."
            : null;
    }

    private async Task<AuditVerdict> LookAtTailAsync(LobbyKitDbContext db, AuditVerdict verdict, CancellationToken cancellationToken)
    {
        var open = db.AuditEntries.AsNoTracking().Where(e => !db.AuditSeals.Any(s => s.EntryId == e.Id)).OrderBy(e => e.Id);
        await foreach (var entry in open.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (signature.Of(entry) != entry.Mac)
            {
                return verdict with { Problem = $"Entry {Text(entry.Id)}, not sealed yet, was not written by this installation, or was changed since. It says: {AuditSentence.Of(entry)}", EntryId = entry.Id };
            }

            verdict = verdict with { Unsealed = verdict.Unsealed + 1, OldestUnsealed = verdict.OldestUnsealed ?? entry.At };
        }

        // The index forbids it; somebody may have taken the index away.
        var twice = await db.AuditEntries.GroupBy(e => e.Mac).Where(g => g.Count() > 1).Select(g => (long?)g.Max(e => e.Id)).OrderBy(id => id).FirstOrDefaultAsync(cancellationToken);
        return twice is null ? verdict : verdict with { Problem = $"Entry {Text(twice.Value)} is a copy of another one.", EntryId = twice };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTime instant) => AuditWords.Value(instant)!;
}

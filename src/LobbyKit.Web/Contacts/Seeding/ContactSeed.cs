using System.Security.Cryptography;
using System.Text;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts.Seeding;

/// <summary>
/// Brings the contacts of a list into the database at every start: new rows are added, rows that nobody touched follow the list,
/// and a contact that an admin changed is left as the admin left it. Nothing is ever removed.
/// </summary>
public sealed class ContactSeed(IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock, ILogger<ContactSeed> logger)
{
    /// <exception cref="InvalidDataException">The file is not such a list; the message names file, line and reason.</exception>
    public async Task RunAsync(string path, CancellationToken cancellationToken)
    {
        var contacts = ContactList.Read(path, clock.GetUtcNow().UtcDateTime);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var offices = contacts.Select(c => c.Office).ToList();
        var known = await db.Contacts.Include(c => c.Channels).AsSplitQuery()
            .Where(c => c.SeedFingerprint != "" || offices.Contains(c.Office)).ToListAsync(cancellationToken);
        var byName = known.ToDictionary(c => (c.CountryCode, c.Role, c.Office));
        var bySeed = known.Where(c => c.SeedKey.Length > 0).DistinctBy(c => c.SeedKey).ToDictionary(c => c.SeedKey);
        foreach (var seeded in contacts)
        {
            seeded.SeedFingerprint = Fingerprint(seeded);
            seeded.SeedKey = Key(seeded);
            seeded.RefreshSearchText();
            // An admin may have given the office another name since: it is still the same row.
            var existing = bySeed.GetValueOrDefault(seeded.SeedKey) ?? byName.GetValueOrDefault((seeded.CountryCode, seeded.Role, seeded.Office));
            if (existing is null)
            {
                db.Contacts.Add(seeded);
                continue;
            }

            if (existing is { SeedKey.Length: 0, SeedFingerprint.Length: > 0 })
            {
                existing.SeedKey = seeded.SeedKey;
            }

            if (existing.SeedFingerprint != seeded.SeedFingerprint && existing.SeedFingerprint == Fingerprint(existing))
            {
                Follow(existing, seeded, clock.GetUtcNow().UtcDateTime);
            }
        }

        var changed = await db.SaveChangesAsync(cancellationToken);
        if (changed > 0)
        {
            logger.LogInformation("Seeded contacts from {File}: {Rows} offices, {Changed} rows written.", Path.GetFileName(path), contacts.Count, changed);
        }
    }

    private static void Follow(Contact existing, Contact seeded, DateTime now)
    {
        existing.CountryName = seeded.CountryName;
        existing.G20Status = seeded.G20Status;
        existing.Body = seeded.Body;
        if (existing.PersonName != seeded.PersonName)
        {
            (existing.PersonName, existing.PersonUntil) = (seeded.PersonName, null);
        }

        existing.Salutation = seeded.Salutation;
        existing.Languages = seeded.Languages;
        existing.SourceUrl = seeded.SourceUrl;
        existing.SourceSeen = seeded.SourceSeen;
        existing.Confidence = seeded.Confidence;
        existing.Note = seeded.Note;
        existing.Position = seeded.Position;
        existing.SeedFingerprint = seeded.SeedFingerprint;
        foreach (var kind in Enum.GetValues<ChannelKind>())
        {
            ContactWriting.Set(existing, kind, seeded.Channel(kind)?.Address ?? "", now);
        }

        existing.RefreshSearchText();
        existing.Revision++;
    }

    private static string Key(Contact contact) => Hash([contact.CountryCode, SnakeCase.Of(contact.Role), contact.Office]);

    /// <summary>
    /// Covers what a list says and an admin can change. The position is the list's own, and whether a channel was verified is
    /// no edit: both are left out.
    /// </summary>
    private static string Fingerprint(Contact contact) => Hash(
        [
            contact.CountryName, SnakeCase.Of(contact.G20Status), contact.Body, contact.PersonName, contact.Salutation,
            string.Join(';', contact.Languages), contact.SourceUrl, contact.SourceSeen, SnakeCase.Of(contact.Confidence), contact.Note,
            .. Enum.GetValues<ChannelKind>().Select(kind => contact.Channel(kind)?.Address ?? ""),
        ]);

    private static string Hash(string[] values) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', values))));
}

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
        var known = await db.Contacts.Include(c => c.Channels).AsSplitQuery().ToListAsync(cancellationToken);
        var byKey = known.ToDictionary(c => (c.CountryCode, c.Role, c.Office));
        foreach (var seeded in contacts)
        {
            seeded.SeedFingerprint = Fingerprint(seeded);
            if (!byKey.TryGetValue((seeded.CountryCode, seeded.Role, seeded.Office), out var existing))
            {
                db.Contacts.Add(seeded);
            }
            else if (existing.SeedFingerprint != seeded.SeedFingerprint && existing.SeedFingerprint == Fingerprint(existing))
            {
                Follow(existing, seeded);
            }
        }

        var changed = await db.SaveChangesAsync(cancellationToken);
        if (changed > 0)
        {
            logger.LogInformation("Seeded contacts from {File}: {Rows} offices, {Changed} rows written.", Path.GetFileName(path), contacts.Count, changed);
        }
    }

    private static void Follow(Contact existing, Contact seeded)
    {
        existing.CountryName = seeded.CountryName;
        existing.G20Status = seeded.G20Status;
        existing.Body = seeded.Body;
        existing.PersonName = seeded.PersonName;
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
            FollowChannel(existing, kind, seeded.Channel(kind)?.Address);
        }
    }

    private static void FollowChannel(Contact existing, ChannelKind kind, string? address)
    {
        var channel = existing.Channel(kind);
        if (address == channel?.Address)
        {
            return;
        }

        if (channel is null)
        {
            existing.Channels.Add(new ContactChannel { Kind = kind, Address = address! });
        }
        else if (address is null)
        {
            existing.Channels.Remove(channel);
        }
        else
        {
            channel.Address = address;
            channel.VerifiedAt = null;
        }
    }

    /// <summary>
    /// Covers what a list says and an admin can change. The position is the list's own, and whether a channel was verified is
    /// no edit: both are left out.
    /// </summary>
    private static string Fingerprint(Contact contact)
    {
        string[] values =
        [
            contact.CountryName, SnakeCase.Of(contact.G20Status), contact.Body, contact.PersonName, contact.Salutation,
            string.Join(';', contact.Languages), contact.SourceUrl, contact.SourceSeen, SnakeCase.Of(contact.Confidence), contact.Note,
            .. Enum.GetValues<ChannelKind>().Select(kind => contact.Channel(kind)?.Address ?? ""),
        ];
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', values))));
    }
}

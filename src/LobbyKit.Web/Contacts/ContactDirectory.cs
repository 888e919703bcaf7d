using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts;

/// <summary>Finds the office that a supporter's letter goes to.</summary>
public sealed class ContactDirectory(LobbyKitDbContext db)
{
    /// <summary>The country's offices that the campaign writes to: its order of roles decides, then the list's own order.</summary>
    public async Task<IReadOnlyList<Contact>> OfficesAsync(Campaign campaign, string countryCode, CancellationToken cancellationToken)
    {
        var contacts = await Readable().Where(c => c.CountryCode == countryCode).ToListAsync(cancellationToken);
        return [.. InOrder(campaign, contacts)];
    }

    /// <summary>
    /// What a supporter can write to whose own country has no office here, the nearest first: any other office of the country, the
    /// institution that it belongs to, the host of the event.
    /// </summary>
    public async Task<IReadOnlyList<Contact>> NearestAsync(Campaign campaign, string countryCode, CancellationToken cancellationToken)
    {
        var institution = Institutions.Of(countryCode);
        string[] codes = [countryCode, institution ?? "", campaign.HostCountryCode];
        var contacts = await Readable().Where(c => codes.Contains(c.CountryCode)).ToListAsync(cancellationToken);

        var own = contacts.Where(c => c.CountryCode == countryCode && CanBeReached(campaign, c)).OrderBy(c => c.Position);
        var institutional = InOrder(campaign, contacts.Where(c => c.CountryCode == institution)).Take(2);
        var host = InOrder(campaign, contacts.Where(c => c.CountryCode == campaign.HostCountryCode)).Take(1);
        return [.. own.Concat(institutional).Concat(host).DistinctBy(c => c.Id)];
    }

    /// <summary>What <see cref="OfficesAsync"/> gives, for every country and institution that has an office; by code.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Contact>>> AllOfficesAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var contacts = await Readable().ToListAsync(cancellationToken);
        return contacts.GroupBy(c => c.CountryCode).OrderBy(c => c.Min(o => o.CountryName), StringComparer.Ordinal)
            .Select(c => (c.Key, Offices: (IReadOnlyList<Contact>)[.. InOrder(campaign, c)]))
            .Where(c => c.Offices.Count > 0)
            .ToDictionary(c => c.Key, c => c.Offices);
    }

    /// <summary>The first office of every G20 member, institutions included.</summary>
    public async Task<IReadOnlyList<Contact>> MembersAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var contacts = await Readable().Where(c => c.G20Status == G20Status.Member).ToListAsync(cancellationToken);
        return [.. contacts.GroupBy(c => c.CountryCode).Select(offices => InOrder(campaign, offices).FirstOrDefault()).OfType<Contact>()];
    }

    /// <summary>Offices that the campaign would write to, but that have no channel which it allows.</summary>
    public async Task<IReadOnlyList<Contact>> OutOfReachAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var contacts = await db.Contacts.AsNoTracking().Include(c => c.Channels).OrderBy(c => c.CountryName).ToListAsync(cancellationToken);
        return [.. contacts.Where(c => campaign.Roles.Contains(c.Role) && !CanBeReached(campaign, c))];
    }

    public async Task<Contact?> FindAsync(int id, CancellationToken cancellationToken) =>
        await Readable().FirstOrDefaultAsync(c => c.Id == id, cancellationToken);

    /// <summary>Whether an e-mail address is an office's own, or was: those write no letters to themselves.</summary>
    public async Task<bool> IsOfficeAddressAsync(string email, CancellationToken cancellationToken)
    {
        var canonical = ContactChannel.Canonical(email);
        return canonical.Length > 0
            && await db.Contacts.SelectMany(c => c.Channels).AnyAsync(c => c.Kind == ChannelKind.Email && c.CanonicalAddress == canonical, cancellationToken);
    }

    private IQueryable<Contact> Readable() =>
        db.Contacts.AsNoTracking().Include(c => c.Channels).Where(c => c.RetiredAt == null && c.Channels.Any(x => x.StoppedAt == null));

    private static bool CanBeReached(Campaign campaign, Contact contact) => contact.Channels.Any(c => campaign.Channels.Contains(c.Kind));

    private static IOrderedEnumerable<Contact> InOrder(Campaign campaign, IEnumerable<Contact> contacts) =>
        contacts.Where(c => campaign.Roles.Contains(c.Role) && CanBeReached(campaign, c)).OrderBy(c => campaign.Roles.ToList().IndexOf(c.Role)).ThenBy(c => c.Position);
}

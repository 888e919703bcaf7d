using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>To which offices this server may send, and where their letters go.</summary>
public sealed class DeliveryPolicy(IOptions<MailOptions> options)
{
    /// <summary>Whether the office has an e-mail address, and an admin has seen it on the official page where that is asked for.</summary>
    public bool MaySendTo(Contact contact) =>
        contact.Channel(ChannelKind.Email) is { } email && (!options.Value.RequireVerifiedContacts!.Value || email.VerifiedAt is not null);

    /// <summary>
    /// Where letters to these contacts go at this moment. A letter names its office, not a mailbox: one that was confirmed while the office
    /// had another address goes to the one that it has now, and never to one that was stopped.
    /// </summary>
    /// <returns>Left out are contacts to which nothing may be sent now.</returns>
    internal async Task<IReadOnlyDictionary<int, OfficeAddress>> AddressesAsync(
        LobbyKitDbContext db, IReadOnlyCollection<int> contactIds, CancellationToken cancellationToken)
    {
        if (contactIds.Count == 0)
        {
            return new Dictionary<int, OfficeAddress>();
        }

        var anyAddress = !options.Value.RequireVerifiedContacts!.Value;
        var addresses =
            from contact in db.Contacts
            where EF.Parameter(contactIds).Contains(contact.Id)
            // A duplicate's letters go where those of the contact go that it was merged into.
            join office in db.Contacts on contact.MergedIntoId ?? contact.Id equals office.Id
            where office.RetiredAt == null
            from channel in office.Channels
            where channel.Kind == ChannelKind.Email && channel.StoppedAt == null && (anyAddress || channel.VerifiedAt != null)
            select new { contact.Id, OfficeId = office.Id, office.CountryCode, channel.Address };
        return await addresses.ToDictionaryAsync(a => a.Id, a => new OfficeAddress(a.OfficeId, a.CountryCode, a.Address), cancellationToken);
    }
}

using LobbyKit.Web.Contacts;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>To which offices this server may send.</summary>
public sealed class DeliveryPolicy(IOptions<MailOptions> options)
{
    /// <summary>Whether the office has an e-mail address, and an admin has seen it on the official page where that is asked for.</summary>
    public bool MaySendTo(Contact contact) =>
        contact.Channel(ChannelKind.Email) is { } email && (!options.Value.RequireVerifiedContacts!.Value || email.VerifiedAt is not null);
}

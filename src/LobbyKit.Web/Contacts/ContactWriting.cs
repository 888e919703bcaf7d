using LobbyKit.Templates;
using LobbyKit.Web.Infrastructure.Localisation;

namespace LobbyKit.Web.Contacts;

/// <summary>Puts values into a contact and its channels. Decides nothing: see <see cref="ContactEditing"/>.</summary>
internal static class ContactWriting
{
    /// <summary>
    /// All of it, the e-mail address by its rule: none stops the one in use at once; the same mailbox, written in another way, is written that
    /// way; and another one waits.
    /// </summary>
    /// <param name="contact">Tracked, or new.</param>
    /// <param name="values">Tidied and found right.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Whether the e-mail address is for another admin to approve.</returns>
    public static bool Amend(Contact contact, ContactValues values, DateTime now)
    {
        var moved = contact.CountryCode != values.CountryCode;
        Apply(contact, values, now);
        var waits = values.Email.Length > 0 && (moved || IsNewAddress(contact, values.Email));
        if (values.Email.Length == 0 || moved)
        {
            // An address was approved for an office of its country, and for no other.
            StopEmail(contact, now);
        }

        if (!waits && contact.Channel(ChannelKind.Email) is { } email)
        {
            email.Address = values.Email;
        }

        return waits;
    }

    public static bool IsNewAddress(Contact contact, string email) =>
        email.Length > 0 && contact.Channel(ChannelKind.Email)?.CanonicalAddress != ContactChannel.Canonical(email);

    /// <summary>All but the e-mail address.</summary>
    /// <param name="contact">Tracked.</param>
    /// <param name="values">Tidied and found right.</param>
    /// <param name="now">UTC.</param>
    public static void Apply(Contact contact, ContactValues values, DateTime now)
    {
        var moved = contact.CountryCode != values.CountryCode;
        contact.CountryName = values.CountryName.Length > 0 && !(moved && values.CountryName == contact.CountryName)
            ? values.CountryName
            : CountryNames.Of(values.CountryCode, "en");
        contact.CountryCode = values.CountryCode;
        contact.G20Status = SnakeCase.Parse<G20Status>(values.G20Status);
        contact.Role = SnakeCase.Parse<ContactRole>(values.Role);
        contact.Office = values.Office;
        contact.Body = values.Body;
        if (contact.PersonName != values.PersonName)
        {
            (contact.PersonName, contact.PersonUntil) = (values.PersonName, null);
        }

        contact.Salutation = values.Salutation;
        contact.Languages = ContactRules.Tags(values.Languages);
        contact.SourceUrl = values.SourceUrl;
        contact.SourceSeen = values.SourceSeen;
        contact.Confidence = SnakeCase.Parse<Confidence>(values.Confidence);
        contact.Note = values.Note;
        Set(contact, ChannelKind.WebForm, values.WebFormUrl, now);
        Set(contact, ChannelKind.Post, values.PostalAddress, now);
        Set(contact, ChannelKind.Phone, values.Phone, now);
    }

    public static void StopEmail(Contact contact, DateTime now)
    {
        if (contact.Channel(ChannelKind.Email) is { } email)
        {
            email.StoppedAt = now;
            email.ForgetVerification();
        }
    }

    public static void UseEmail(Contact contact, string address, string page, ContactEditor by, DateTime now)
    {
        var email = contact.Channels.FirstOrDefault(c => c.Kind == ChannelKind.Email);
        if (email is null)
        {
            contact.Channels.Add(email = new ContactChannel { Kind = ChannelKind.Email, Address = address });
        }

        (email.Address, email.StoppedAt, email.VerifiedAt, email.VerifiedBy, email.VerifiedPage) = (address, null, now, by.Name, page);
    }

    /// <summary>Gives a contact what it lacks and its duplicate has.</summary>
    /// <returns>The e-mail address that it lacks; nobody alone can give it that. Empty where it lacks none.</returns>
    public static string Take(Contact kept, Contact duplicate)
    {
        kept.Body = kept.Body.Length > 0 ? kept.Body : duplicate.Body;
        kept.Salutation = kept.Salutation.Length > 0 ? kept.Salutation : duplicate.Salutation;
        kept.SourceUrl = kept.SourceUrl.Length > 0 ? kept.SourceUrl : duplicate.SourceUrl;
        kept.Note = kept.Note.Length > 0 ? kept.Note : duplicate.Note;
        if (kept.PersonName.Length == 0)
        {
            (kept.PersonName, kept.PersonUntil) = (duplicate.PersonName, duplicate.PersonUntil);
        }

        foreach (var theirs in duplicate.Channels.Where(c => c.Kind != ChannelKind.Email && c.StoppedAt is null && kept.Channel(c.Kind) is null).ToList())
        {
            Set(kept, theirs.Kind, theirs.Address, now: default);
            var taken = kept.Channel(theirs.Kind)!;
            (taken.VerifiedAt, taken.VerifiedBy, taken.VerifiedPage) = (theirs.VerifiedAt, theirs.VerifiedBy, theirs.VerifiedPage);
        }

        return kept.Channel(ChannelKind.Email) is null ? duplicate.Channel(ChannelKind.Email)?.Address ?? "" : "";
    }

    /// <summary>Puts an address in use, unverified where it is another one; an empty one takes the channel out of use.</summary>
    public static void Set(Contact contact, ChannelKind kind, string address, DateTime now)
    {
        var channel = contact.Channels.FirstOrDefault(c => c.Kind == kind);
        if (address.Length == 0)
        {
            if (channel is { StoppedAt: null })
            {
                channel.StoppedAt = now;
                channel.ForgetVerification();
            }
        }
        else if (channel is null)
        {
            contact.Channels.Add(new ContactChannel { Kind = kind, Address = address });
        }
        else if (channel.Address != address || channel.StoppedAt is not null)
        {
            (channel.Address, channel.StoppedAt) = (address, null);
            channel.ForgetVerification();
        }
    }
}

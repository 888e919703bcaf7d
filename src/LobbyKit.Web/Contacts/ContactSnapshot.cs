namespace LobbyKit.Web.Contacts;

/// <summary>All of a contact that a change in bulk can touch.</summary>
public sealed record ContactSnapshot(ContactValues Values, DateOnly? PersonUntil, IReadOnlyList<ChannelSnapshot> Channels)
{
    public static ContactSnapshot Of(Contact contact) => new(
        ContactValues.Of(contact),
        contact.PersonUntil,
        [.. contact.Channels.Select(c => new ChannelSnapshot(c.Kind, c.Address, c.VerifiedAt, c.VerifiedBy, c.VerifiedPage, c.StoppedAt))]);

    /// <summary>Makes the contact what it was, its channels and who saw them too.</summary>
    /// <param name="contact">Tracked, with channels.</param>
    /// <param name="now">UTC.</param>
    public void PutBack(Contact contact, DateTime now)
    {
        ContactWriting.Apply(contact, Values, now);
        contact.PersonUntil = PersonUntil;
        contact.Channels.RemoveAll(c => Channels.All(was => was.Kind != c.Kind));
        foreach (var was in Channels)
        {
            // No change takes a channel away: it stops it.
            var channel = contact.Channels.First(c => c.Kind == was.Kind);
            channel.Address = was.Address;
            (channel.VerifiedAt, channel.VerifiedBy, channel.VerifiedPage, channel.StoppedAt) =
                (was.VerifiedAt, was.VerifiedBy, was.VerifiedPage, was.StoppedAt);
        }
    }
}

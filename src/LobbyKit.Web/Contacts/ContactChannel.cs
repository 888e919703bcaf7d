namespace LobbyKit.Web.Contacts;

/// <summary>One way to reach a contact.</summary>
public sealed class ContactChannel
{
    public int Id { get; set; }

    public int ContactId { get; set; }

    public ChannelKind Kind { get; set; }

    /// <summary>E-mail address, absolute web address, postal address or phone number, by kind.</summary>
    public required string Address { get; set; }

    /// <summary>When an admin saw the address on the official page; null while nobody has.</summary>
    public DateTime? VerifiedAt { get; set; }
}

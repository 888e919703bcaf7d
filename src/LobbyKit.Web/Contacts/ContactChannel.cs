using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Contacts;

/// <summary>One way to reach a contact.</summary>
public sealed class ContactChannel
{
    private string address = "";

    public int Id { get; set; }

    public int ContactId { get; set; }

    public ChannelKind Kind { get; set; }

    /// <summary>E-mail address, absolute web address, postal address or phone number, by kind. As it was typed.</summary>
    public required string Address
    {
        get => address;
        set
        {
            address = value;
            CanonicalAddress = Canonical(value);
        }
    }

    /// <summary>The form under which e-mail addresses are compared; empty for what is none.</summary>
    public string CanonicalAddress { get; private set; } = "";

    /// <summary>When an admin saw the address on the official page; null while nobody has. Another address has to be seen anew.</summary>
    public DateTime? VerifiedAt { get; set; }

    /// <summary>The name of the admin who saw it.</summary>
    public string VerifiedBy { get; set; } = "";

    /// <summary>The page that it was seen on.</summary>
    public string VerifiedPage { get; set; } = "";

    /// <summary>Since when nothing goes there any more; null while it is in use.</summary>
    public DateTime? StoppedAt { get; set; }

    /// <summary>An e-mail address in lower case, with its domain in ASCII: münchen.example is xn--mnchen-3ya.example.</summary>
    /// <returns>Empty for what is no e-mail address.</returns>
    public static string Canonical(string text) =>
        MailAddressText.TryNormaliseInternational(text, out var normal) ? normal.ToLowerInvariant() : "";

    public void ForgetVerification() => (VerifiedAt, VerifiedBy, VerifiedPage) = (null, "", "");
}

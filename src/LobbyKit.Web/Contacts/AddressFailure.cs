namespace LobbyKit.Web.Contacts;

/// <summary>A letter that did not arrive because of the office's e-mail address. One at most for each letter.</summary>
public sealed class AddressFailure
{
    public long LetterId { get; set; }

    /// <summary>The contact whose address it was.</summary>
    public int ContactId { get; set; }

    /// <summary>RFC 3463 code, such as 5.1.1; else the SMTP reply code.</summary>
    public string Code { get; set; } = "";

    public DateTime At { get; set; }

    /// <summary>Whether it was the one too many, after which the address was stopped.</summary>
    public bool HasStoppedAddress { get; set; }

    /// <summary>When the admins were told of that.</summary>
    public DateTime? ToldAt { get; set; }
}

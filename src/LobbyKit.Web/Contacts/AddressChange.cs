namespace LobbyKit.Web.Contacts;

/// <summary>A new e-mail address of a contact. Nothing goes there until an admin other than the one who entered it has approved it.</summary>
public sealed class AddressChange
{
    public long Id { get; set; }

    public int ContactId { get; set; }

    public Contact Contact { get; set; } = null!;

    /// <summary>The address in use when the change was entered; empty where there was none.</summary>
    public required string Before { get; set; }

    public required string After { get; set; }

    /// <summary>Why, or where it was seen, in the words of who entered it.</summary>
    public required string Reason { get; set; }

    public DateTime ProposedAt { get; set; }

    /// <summary>Null where it came by a command, or the account is gone.</summary>
    public int? ProposedById { get; set; }

    public required string ProposedBy { get; set; }

    public AddressChangeState State { get; set; }

    public DateTime? DecidedAt { get; set; }

    public int? DecidedById { get; set; }

    public string DecidedBy { get; set; } = "";

    /// <summary>True where the installation had one admin only, who approved their own change.</summary>
    public bool IsSelfApproved { get; set; }
}

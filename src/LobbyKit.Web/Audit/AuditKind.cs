namespace LobbyKit.Web.Audit;

/// <summary>What an entry is about.</summary>
public enum AuditKind
{
    Contact,

    /// <summary>What a supporter said of a contact, and what an admin did with it.</summary>
    Suggestion,

    /// <summary>A file of contacts that was applied, or taken back. Each contact that it changed has an entry of its own.</summary>
    Import,

    Campaign,

    /// <summary>A picture of a campaign; an entry names its hash.</summary>
    Picture,

    /// <summary>A letter template. Its texts are kept as versions; an entry names the version.</summary>
    Letter,

    Person,
    Invitation,

    /// <summary>What a person keeps waiting in delivery.</summary>
    Delivery,

    /// <summary>A setting of the installation, as it stood at a start.</summary>
    Setting,
}

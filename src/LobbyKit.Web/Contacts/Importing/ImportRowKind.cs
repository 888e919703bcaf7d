namespace LobbyKit.Web.Contacts.Importing;

/// <summary>What a row of a file would do.</summary>
public enum ImportRowKind
{
    New,
    Changed,
    Unchanged,

    /// <summary>Left out: its findings say why.</summary>
    Invalid,

    /// <summary>Makes the whole file one that nobody should trust: nothing of it is taken.</summary>
    Broken,
}

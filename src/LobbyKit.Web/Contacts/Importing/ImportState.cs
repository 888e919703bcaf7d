namespace LobbyKit.Web.Contacts.Importing;

public enum ImportState
{
    /// <summary>The admin says which column is what.</summary>
    Uploaded,

    /// <summary>Compared with the contacts, or about to be.</summary>
    ToCheck,

    /// <summary>The file is broken: nothing of it can be taken.</summary>
    Refused,

    /// <summary>The dry run is there to be looked at.</summary>
    Checked,

    /// <summary>Being written, or about to be.</summary>
    ToApply,

    Applied,

    /// <summary>Being taken back, or about to be.</summary>
    ToUndo,

    Undone,
}

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>The file itself, as it was uploaded. In a table of its own, so that it is read only by who works on it.</summary>
public sealed class ContactImportFile
{
    public long ImportId { get; set; }

    public required byte[] Content { get; set; }
}

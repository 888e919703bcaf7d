namespace LobbyKit.Web.Contacts.Importing;

/// <summary>The import that a process works on is gone, or another process has it.</summary>
internal sealed class ImportTakenException : Exception;

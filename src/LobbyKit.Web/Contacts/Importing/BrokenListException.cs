namespace LobbyKit.Web.Contacts.Importing;

/// <summary>A file that cannot be read as a list. The message says so to whoever has it.</summary>
public sealed class BrokenListException : Exception
{
    public BrokenListException()
    {
    }

    public BrokenListException(string message)
        : base(message)
    {
    }

    public BrokenListException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

namespace LobbyKit.Web.Data;

/// <summary>A random key of the installation, encrypted with the keys that live apart from the database.</summary>
public sealed class StoredSecret
{
    public required string Name { get; set; }

    public required byte[] SealedValue { get; set; }
}

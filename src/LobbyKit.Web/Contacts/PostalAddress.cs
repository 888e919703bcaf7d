namespace LobbyKit.Web.Contacts;

/// <summary>A channel's postal address, kept on one line with commas.</summary>
public static class PostalAddress
{
    /// <summary>As an envelope has it.</summary>
    public static IReadOnlyList<string> Lines(string address) =>
        address.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

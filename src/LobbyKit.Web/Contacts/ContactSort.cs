namespace LobbyKit.Web.Contacts;

public enum ContactSort
{
    Country,
    Office,

    /// <summary>Never verified first, then the longest ago.</summary>
    LongestUnchecked,

    MostWritten,
}

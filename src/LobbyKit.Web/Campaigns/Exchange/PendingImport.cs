namespace LobbyKit.Web.Campaigns.Exchange;

/// <summary>
/// A campaign's file between "what is in it" and "make it": one for each account, so that the next one takes its place, sealed, and good for
/// an hour.
/// </summary>
public sealed class PendingImport
{
    public int AccountId { get; set; }

    /// <summary>The zip as it was uploaded, encrypted for this account.</summary>
    public required byte[] SealedZip { get; set; }

    public DateTime CreatedAt { get; set; }
}

namespace LobbyKit.Web.Delivery;

/// <summary>What one batch did.</summary>
/// <param name="Accepted">Taken by the mail server.</param>
/// <param name="PutOff">To be tried again.</param>
/// <param name="Rejected">Refused, or given up.</param>
/// <param name="Unsent">Claimed and given back untried.</param>
public sealed record BatchResult(int Accepted, int PutOff, int Rejected, int Unsent)
{
    public static BatchResult Nothing { get; } = new(0, 0, 0, 0);

    public int Tried => Accepted + PutOff + Rejected;

    public static BatchResult operator +(BatchResult one, BatchResult other) => new(
        one.Accepted + other.Accepted, one.PutOff + other.PutOff, one.Rejected + other.Rejected, one.Unsent + other.Unsent);
}

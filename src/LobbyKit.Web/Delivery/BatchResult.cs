namespace LobbyKit.Web.Delivery;

/// <summary>What one batch did.</summary>
/// <param name="Accepted">Taken by the mail server.</param>
/// <param name="PutOff">To be tried again.</param>
/// <param name="Rejected">Refused, or given up.</param>
/// <param name="Unsent">Claimed and given back untried.</param>
public sealed record BatchResult(int Accepted, int PutOff, int Rejected, int Unsent)
{
    public int Tried => Accepted + PutOff + Rejected;
}

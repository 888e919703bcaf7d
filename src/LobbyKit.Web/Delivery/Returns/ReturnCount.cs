namespace LobbyKit.Web.Delivery.Returns;

/// <summary>How many messages of a day ended in one way. All that is kept of one that is about no e-mail of ours.</summary>
public sealed class ReturnCount
{
    public DateOnly Day { get; set; }

    public ReturnOutcome Outcome { get; set; }

    public int Messages { get; set; }
}

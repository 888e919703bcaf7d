namespace LobbyKit.Web.Letters;

/// <summary>One move in a letter's life.</summary>
public sealed class LetterEvent
{
    public long Id { get; set; }

    public long LetterId { get; set; }

    public LetterState From { get; set; }

    public LetterState To { get; set; }

    public DateTime At { get; set; }

    public LetterActor By { get; set; }
}

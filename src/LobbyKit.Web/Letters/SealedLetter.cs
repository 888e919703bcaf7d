namespace LobbyKit.Web.Letters;

/// <summary>What tells who wrote a letter and what, in a row of its own: a letter that moves on, or is counted, stays small. Gone once scrubbed or erased.</summary>
public sealed class SealedLetter
{
    public long LetterId { get; set; }

    /// <summary>An encrypted <see cref="LetterContent"/>.</summary>
    public required byte[] Content { get; set; }
}

namespace LobbyKit.Templates.Parsing;

/// <summary>One <c>{{ … }}</c>, in words.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Next">Where the text after it begins.</param>
/// <param name="Before">What it takes away before it.</param>
/// <param name="After">What it takes away after it.</param>
/// <param name="Tokens">Its words, the last of them the end; of a broken tag, those before the break.</param>
/// <param name="IsBroken">True if the tag could not be read to its end, which was reported.</param>
/// <param name="HasComment">True if a comment stood in it.</param>
internal sealed record Tag(
    int Offset,
    int Next,
    WhitespaceTrim Before,
    WhitespaceTrim After,
    IReadOnlyList<Token> Tokens,
    bool IsBroken,
    bool HasComment);

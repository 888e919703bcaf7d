namespace LobbyKit.Templates.Parsing;

/// <summary>A word of a tag.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A name as written, the value of a quoted text, the digits of a number, or the operator.</param>
/// <param name="Offset">Where it begins in the source.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Offset)
{
    /// <summary>The token as a sentence names it.</summary>
    public string Described => Kind switch
    {
        TokenKind.End => "the end of the tag",
        TokenKind.NewLine => "the end of the line",
        TokenKind.Text => $"the text {Quote.Text(Text)}",
        _ => Quote.Code(Text),
    };
}

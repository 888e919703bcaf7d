namespace LobbyKit.Templates.Parsing;

internal enum TokenKind
{
    /// <summary>A name, with dots: <c>supporter.name</c>, <c>if</c>.</summary>
    Name,

    /// <summary>A quoted text, escapes resolved.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    OpenParenthesis,
    CloseParenthesis,
    Pipe,
    Comma,
    Not,
    And,
    Or,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,

    /// <summary>The end of a line inside a tag; it ends an instruction.</summary>
    NewLine,

    /// <summary>The end of the tag.</summary>
    End,
}

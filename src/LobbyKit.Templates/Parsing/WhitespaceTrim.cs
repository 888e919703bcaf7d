namespace LobbyKit.Templates.Parsing;

/// <summary>What a tag takes away beside it.</summary>
internal enum WhitespaceTrim
{
    None,

    /// <summary><c>-</c>: all white space, new lines included.</summary>
    All,

    /// <summary><c>~</c>: white space on the line; after a tag, also the new line itself.</summary>
    Line,
}

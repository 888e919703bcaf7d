namespace LobbyKit.Templates.Parsing;

/// <summary>Goes through the words of one tag; never past the end.</summary>
internal sealed class TokenReader(IReadOnlyList<Token> tokens)
{
    private int _position;

    public Token Current => tokens[_position];

    public bool IsAtName(string name) => Current.Kind == TokenKind.Name && Current.Text == name;

    /// <summary>Gives the current word and goes to the next.</summary>
    public Token Take()
    {
        Token token = Current;
        if (_position < tokens.Count - 1)
        {
            _position++;
        }

        return token;
    }

    /// <summary>Goes behind line ends. True if there was one.</summary>
    public bool SkipNewLines()
    {
        bool skipped = false;
        while (Current.Kind == TokenKind.NewLine)
        {
            Take();
            skipped = true;
        }

        return skipped;
    }
}

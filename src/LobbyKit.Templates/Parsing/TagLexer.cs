namespace LobbyKit.Templates.Parsing;

/// <summary>
/// Reads one tag into words, exactly as Scriban's lexer would for the words that the letter language has; whatever
/// Scriban would read otherwise or the language does not have is a problem.
/// </summary>
internal sealed class TagLexer(string source, ProblemList problems)
{
    private readonly TextLexer _textLexer = new(source, problems);
    private readonly List<Token> _tokens = [];
    private int _start;
    private int _position;
    private bool _hasComment;

    /// <summary>Reads the tag whose <c>{{</c> stands at an offset.</summary>
    public Tag Read(int offset)
    {
        _tokens.Clear();
        _hasComment = false;
        _start = offset;
        _position = offset + 2;
        WhitespaceTrim before = TrimOf(Peek(0));
        _position += before == WhitespaceTrim.None ? 0 : 1;

        while (_position < source.Length)
        {
            if (IsCloseAt(_position))
            {
                WhitespaceTrim after = TrimOf(source[_position]);
                _tokens.Add(new Token(TokenKind.End, "", _position));
                return Finish(_position + (after == WhitespaceTrim.None ? 2 : 3), before, after, isBroken: false);
            }

            if (!ReadToken())
            {
                return Finish(Recover(), before, WhitespaceTrim.None, isBroken: true);
            }
        }

        problems.Add(offset, ProblemCode.UnclosedTag, "This tag is not closed.", "Write `}}` where it ends.");
        return Finish(source.Length, before, WhitespaceTrim.None, isBroken: true);
    }

    private static WhitespaceTrim TrimOf(char c) => c switch
    {
        '-' => WhitespaceTrim.All,
        '~' => WhitespaceTrim.Line,
        _ => WhitespaceTrim.None,
    };

    private Tag Finish(int next, WhitespaceTrim before, WhitespaceTrim after, bool isBroken)
        => new(_start, next, before, after, [.. _tokens], isBroken, _hasComment);

    private char Peek(int ahead) => _position + ahead < source.Length ? source[_position + ahead] : '\0';

    /// <summary>True at <c>}}</c>, <c>-}}</c> and <c>~}}</c>.</summary>
    private bool IsCloseAt(int position)
    {
        int braces = position + (TrimOf(source[position]) == WhitespaceTrim.None ? 0 : 1);
        return braces + 1 < source.Length && source[braces] == '}' && source[braces + 1] == '}';
    }

    /// <summary>Where to go on after a problem: behind the next <c>}}</c>, or at the next <c>{{</c> if that comes first.</summary>
    private int Recover()
    {
        int close = source.IndexOf("}}", _position, StringComparison.Ordinal);
        int open = source.AsSpan(_position, (close < 0 ? source.Length : close) - _position).IndexOf("{{");
        return open >= 0 ? _position + open : close >= 0 ? close + 2 : source.Length;
    }

    /// <summary>Reads a word, white space or a comment. False if a problem was found.</summary>
    private bool ReadToken()
    {
        char c = source[_position];
        if (c == '\n')
        {
            return Add(TokenKind.NewLine, 1);
        }

        if (char.IsWhiteSpace(c))
        {
            _position++;
            return true;
        }

        if (char.IsAsciiDigit(c))
        {
            return ReadNumber();
        }

        if (IsNameStart(c))
        {
            return ReadName();
        }

        return c switch
        {
            '#' => ReadComment(),
            '"' or '\'' => ReadText(),
            _ => ReadOperator(c, Peek(1)),
        };
    }

    private bool ReadOperator(char c, char next)
    {
        switch (c, next)
        {
            case ('|', '|'):
                return Add(TokenKind.Or, 2);
            case ('|', not '>'):
                return Add(TokenKind.Pipe, 1);
            case ('&', '&'):
                return Add(TokenKind.And, 2);
            case ('=', '='):
                return Add(TokenKind.Equal, 2);
            case ('!', '='):
                return Add(TokenKind.NotEqual, 2);
            case ('!', _):
                return Add(TokenKind.Not, 1);
            case ('<', '='):
                return Add(TokenKind.LessOrEqual, 2);
            case ('<', not '<'):
                return Add(TokenKind.Less, 1);
            case ('>', '='):
                return Add(TokenKind.GreaterOrEqual, 2);
            case ('>', not '>'):
                return Add(TokenKind.Greater, 1);
            case ('(', _):
                return Add(TokenKind.OpenParenthesis, 1);
            case (')', _):
                return Add(TokenKind.CloseParenthesis, 1);
            case (',', _):
                return Add(TokenKind.Comma, 1);
            case ('{', '{'):
                problems.Add(
                    _start,
                    ProblemCode.UnclosedTag,
                    "This tag is not closed before the next one begins.",
                    "Write `}}` where it ends.");
                return false;
            default:
                StrangeCharacter.Report(problems, source, _position);
                return false;
        }
    }

    private bool Add(TokenKind kind, int length)
    {
        _tokens.Add(new Token(kind, source.Substring(_position, length), _position));
        _position += length;
        return true;
    }

    /// <summary>
    /// A comment ends where Scriban ends it: at the end of the tag; with one <c>#</c> also at the end of the line, with two
    /// also at the next two.
    /// </summary>
    private bool ReadComment()
    {
        _hasComment = true;
        bool isLong = Peek(1) == '#';
        _position += isLong ? 2 : 1;
        while (_position < source.Length && !IsCloseAt(_position))
        {
            if (isLong && source[_position] == '#' && Peek(1) == '#')
            {
                _position += 2;
                break;
            }

            if (!isLong && source[_position] is '\r' or '\n')
            {
                break;
            }

            _position++;
        }

        return true;
    }

    private bool ReadText()
    {
        int start = _position;
        if (_textLexer.Read(start, out int next) is not { } text)
        {
            return false;
        }

        _tokens.Add(new Token(TokenKind.Text, text, start));
        _position = next;
        return true;
    }

    private bool ReadNumber()
    {
        int length = 1;
        while (char.IsAsciiDigit(Peek(length)))
        {
            length++;
        }

        if (length > 9 || IsNameStart(Peek(length)) || char.IsDigit(Peek(length)) || Peek(length) == '.')
        {
            problems.Add(
                _position,
                ProblemCode.BadNumber,
                "This is not a whole number of at most nine digits.",
                "Write it with the digits 0 to 9 alone, like 30; put a text in quotes.");
            return false;
        }

        return Add(TokenKind.Number, length);
    }

    private bool ReadName()
    {
        int length = 1;
        while (true)
        {
            while (IsNameStart(Peek(length)) || char.IsDigit(Peek(length)))
            {
                length++;
            }

            if (Peek(length) != '.' || !IsNameStart(Peek(length + 1)))
            {
                bool isFirst = _tokens.TrueForAll(token => token.Kind == TokenKind.NewLine);
                Add(TokenKind.Name, length);

                // Of an instruction that is not in the language, nothing more needs to be said.
                return !isFirst || !Names.ReportIfLeftOut(_tokens[^1], problems);
            }

            length += 2;
        }
    }

    /// <summary>Letters of every script, as in Scriban: a name in Cyrillic is an unknown field, not an unknown character.</summary>
    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);
}

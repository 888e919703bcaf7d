using System.Globalization;
using LobbyKit.Templates.Syntax;

namespace LobbyKit.Templates.Parsing;

/// <summary>
/// Reads and types the expression of one tag: comparisons and conditions with Scriban's precedence, pipes outermost.
/// Every method gives null once a problem was reported. It calls itself only for parentheses, operators and <c>!</c>,
/// and those are counted.
/// </summary>
internal sealed class ExpressionParser
{
    private readonly TokenReader _tokens;
    private readonly ParseState _state;
    private readonly ProblemList _problems;
    private readonly TypeRules _types;
    private readonly CallParser _calls;
    private int _parts;
    private int _parentheses;

    public ExpressionParser(TokenReader tokens, ParseState state)
    {
        _tokens = tokens;
        _state = state;
        _problems = state.Problems;
        _types = new TypeRules(state.Problems);
        _calls = new CallParser(tokens, state);
    }

    /// <summary>Something to print.</summary>
    public Expression? ParsePrinted() => ParseValue() is { } value && _types.IsPrintable(value) ? value : null;

    /// <summary>Something that is yes or no.</summary>
    public Expression? ParseCondition() => ParseValue() is { } value && _types.IsCondition(value) ? value : null;

    /// <summary>What a <c>case</c> looks at.</summary>
    public Expression? ParseCase()
    {
        if (ParseValue() is not { } value)
        {
            return null;
        }

        if (value.Kind == ValueKind.YesNo || value.IsLiteral)
        {
            _problems.Add(
                value.Offset,
                ProblemCode.BadArgument,
                "`case` looks at a field or a `pick`.",
                value.IsLiteral ? null : "For a condition, write `if`.");
            return null;
        }

        return value;
    }

    /// <summary>The values of a <c>when</c>: literals, between commas or <c>||</c>. The case may be unknown.</summary>
    public IReadOnlyList<Expression>? ParseWhen(Expression? value)
    {
        var values = new List<Expression>();
        do
        {
            if (ParseWhenValue(value) is not { } parsed)
            {
                return null;
            }

            values.Add(parsed);
        }
        while (TakeSeparator());

        return values;
    }

    private bool TakeSeparator()
    {
        bool isSeparator = _tokens.Current.Kind is TokenKind.Comma or TokenKind.Or;
        if (isSeparator)
        {
            _tokens.Take();
        }

        return isSeparator;
    }

    private Expression? ParseWhenValue(Expression? value)
    {
        Token token = _tokens.Take();
        Expression? literal = token.Kind switch
        {
            TokenKind.Text => new TextLiteral(token.Text, token.Offset),
            TokenKind.Number => Number(token),
            _ => null,
        };
        if (literal is null)
        {
            _problems.Add(
                token.Offset,
                ProblemCode.UnexpectedWord,
                $"`when` needs a text in quotes or a number, not {token.Described}.",
                "Write `{{ when \"a\", \"b\" }}`.");
            return null;
        }

        if (value is null || _types.AsTypeOf(value, literal) is not { } typed)
        {
            return null;
        }

        if (typed.Kind != value.Kind)
        {
            _problems.Add(token.Offset, ProblemCode.CannotCompare, $"{token.Described} is never equal to {Describe.Value(value)}.", null);
            return null;
        }

        return typed;
    }

    private Expression? ParseValue()
    {
        Expression? value = _tokens.IsAtName(LetterFunctions.Pick) ? _calls.ParsePick() : ParseOperators(lowest: 1);
        while (value is not null && _tokens.Current.Kind == TokenKind.Pipe)
        {
            Token pipe = _tokens.Take();
            _tokens.SkipNewLines();
            value = CountPart(pipe) ? _calls.ParseCall(value) : null;
        }

        return value;
    }

    /// <summary>Operators that bind at least as tightly as the lowest, from left to right.</summary>
    private Expression? ParseOperators(int lowest)
    {
        Expression? left = ParseOperand();
        while (left is not null && OperatorAt(_tokens.Current) is { } op && Precedence(op) >= lowest)
        {
            Token token = _tokens.Take();
            if (!CountPart(token) || ParseOperators(Precedence(op) + 1) is not { } right)
            {
                return null;
            }

            left = Combine(op, token, left, right);
        }

        return left;
    }

    private Expression? Combine(BinaryOperator op, Token token, Expression left, Expression right)
    {
        if (op is not (BinaryOperator.And or BinaryOperator.Or))
        {
            return _types.Compare(op, token.Offset, left, right);
        }

        // Both sides are checked, so that both problems are told.
        bool isLeftCondition = _types.IsCondition(left);
        return _types.IsCondition(right) && isLeftCondition ? new BinaryExpression(op, left, right) : null;
    }

    private Expression? ParseOperand()
    {
        Token token = _tokens.Take();
        switch (token.Kind)
        {
            case TokenKind.Not:
                return CountPart(token) && ParseOperand() is { } operand && _types.IsCondition(operand)
                    ? new NotExpression(operand, token.Offset)
                    : null;
            case TokenKind.OpenParenthesis:
                return ParseParentheses(token);
            case TokenKind.Text:
                return new TextLiteral(token.Text, token.Offset);
            case TokenKind.Number:
                return Number(token);
            case TokenKind.Name:
                return Names.AsValue(token, _state);
            default:
                _problems.Add(token.Offset, ProblemCode.UnexpectedWord, $"A field or a value is missing before {token.Described}.");
                return null;
        }
    }

    private Expression? ParseParentheses(Token open)
    {
        if (_parentheses == LetterLimits.ParenthesesDepth)
        {
            _problems.Add(
                open.Offset,
                ProblemCode.ParenthesesTooDeep,
                $"Parentheses are nested deeper than {LetterLimits.ParenthesesDepth}.");
            return null;
        }

        if (!CountPart(open))
        {
            return null;
        }

        _parentheses++;
        Expression? inner = ParseValue();
        _parentheses--;
        if (inner is null)
        {
            return null;
        }

        if (_tokens.Current.Kind != TokenKind.CloseParenthesis)
        {
            _problems.Add(
                open.Offset,
                ProblemCode.UnclosedParenthesis,
                $"This parenthesis is not closed before {_tokens.Current.Described}.",
                "Write `)` where it ends.");
            return null;
        }

        _tokens.Take();
        return inner;
    }

    private bool CountPart(Token token)
    {
        if (++_parts <= LetterLimits.ExpressionParts)
        {
            return true;
        }

        _problems.Add(
            token.Offset,
            ProblemCode.ExpressionTooLong,
            $"This tag holds more than {LetterLimits.ExpressionParts} operators, parentheses and pipes.",
            "Use several tags.");
        return false;
    }

    private static NumberLiteral Number(Token token) => new(int.Parse(token.Text, CultureInfo.InvariantCulture), token.Offset);

    private static BinaryOperator? OperatorAt(Token token) => token.Kind switch
    {
        TokenKind.Or => BinaryOperator.Or,
        TokenKind.And => BinaryOperator.And,
        TokenKind.Equal => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        _ => null,
    };

    private static int Precedence(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => 1,
        BinaryOperator.And => 2,
        BinaryOperator.Equal or BinaryOperator.NotEqual => 3,
        _ => 4,
    };
}

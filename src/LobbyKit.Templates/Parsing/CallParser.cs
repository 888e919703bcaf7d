using System.Globalization;
using LobbyKit.Templates.Rendering;
using LobbyKit.Templates.Syntax;

namespace LobbyKit.Templates.Parsing;

/// <summary>Reads and types what stands after a pipe, and <c>pick</c>.</summary>
internal sealed class CallParser(TokenReader tokens, ParseState state)
{
    private readonly ProblemList _problems = state.Problems;

    /// <summary>A function and its arguments, behind the pipe.</summary>
    public Expression? ParseCall(Expression input)
    {
        Token name = tokens.Take();
        if (name.Kind != TokenKind.Name)
        {
            _problems.Add(
                name.Offset,
                ProblemCode.UnexpectedWord,
                $"After `|` stands a function, not {name.Described}.",
                "Write one like `| string.upcase`.");
            return null;
        }

        if (name.Text == LetterFunctions.Pick || !LetterFunctions.ByName.ContainsKey(name.Text))
        {
            ReportNotAFunction(name);
            return null;
        }

        if (!state.CountCall(name) || !Takes(name, input) || ParseArguments(name) is not { } arguments)
        {
            return null;
        }

        return ExpectEndOfCall(name.Text) ? new CallExpression(name.Text, input, arguments) : null;
    }

    /// <summary><c>pick</c> and its choices.</summary>
    public Expression? ParsePick()
    {
        Token name = tokens.Take();
        if (!state.CountCall(name))
        {
            return null;
        }

        var choices = new List<Expression>();
        while (ParseText() is { } choice)
        {
            choices.Add(choice);
        }

        if (!ExpectEndOfCall(LetterFunctions.Pick))
        {
            return null;
        }

        if (choices.Count is < 2 or > LetterLimits.PickChoices)
        {
            _problems.Add(
                name.Offset,
                ProblemCode.BadArgument,
                $"`pick` chooses between 2 and {LetterLimits.PickChoices} texts; here are {choices.Count}.",
                "Write `pick \"one text\" \"another text\"`.");
            return null;
        }

        var pick = new PickExpression(state.Picks.Count, choices, name.Offset);
        state.Picks.Add(pick);
        return pick;
    }

    private bool Takes(Token name, Expression input)
    {
        ValueKind wanted = name.Text.StartsWith("date.", StringComparison.Ordinal) ? ValueKind.Date : ValueKind.Text;
        if (input.Kind == wanted)
        {
            return true;
        }

        string? hint = (wanted, input.Kind) switch
        {
            (ValueKind.Text, ValueKind.Date or ValueKind.Number) when name.Text == LetterFunctions.Default =>
                "It is never empty: leave the function out.",
            (ValueKind.Text, ValueKind.Date) => "For a date use `date.long`, `date.full` or `date.day_month`.",
            (ValueKind.Date, _) => "The dates are `event.starts`, `event.ends` and `today`.",
            _ => null,
        };
        _problems.Add(
            name.Offset,
            ProblemCode.BadArgument,
            $"{Quote.Code(name.Text)} needs {Describe.Kind(wanted)}, not {Describe.Value(input)}.",
            hint);
        return false;
    }

    private List<Expression>? ParseArguments(Token function) => function.Text switch
    {
        LetterFunctions.Default => ParseDefault(function),
        LetterFunctions.Truncate => ParseTruncate(function),
        _ => [],
    };

    private List<Expression>? ParseDefault(Token function)
    {
        if (ParseText() is { } text)
        {
            return [text];
        }

        _problems.Add(
            function.Offset,
            ProblemCode.BadArgument,
            "`object.default` needs the text to print instead.",
            "Write `object.default \"a citizen\"`.");
        return null;
    }

    private List<Expression>? ParseTruncate(Token function)
    {
        if (tokens.Current.Kind != TokenKind.Number)
        {
            _problems.Add(
                function.Offset,
                ProblemCode.BadArgument,
                "`string.truncate` needs the number of characters to keep.",
                "Write `string.truncate 100`, or `string.truncate 100 \"…\"`.");
            return null;
        }

        Token count = tokens.Take();
        var length = new NumberLiteral(int.Parse(count.Text, CultureInfo.InvariantCulture), count.Offset);
        TextLiteral? mark = null;
        if (tokens.Current.Kind == TokenKind.Text)
        {
            Token text = tokens.Take();
            mark = new TextLiteral(text.Text, text.Offset);
        }

        int markLength = mark?.Text.Length ?? TextFunctions.DefaultMark.Length;
        if (length.Number <= markLength || length.Number > LetterLimits.TruncateLength)
        {
            _problems.Add(
                length.Offset,
                ProblemCode.BadArgument,
                $"`string.truncate` keeps between {markLength + 1} and {LetterLimits.TruncateLength} characters here, the mark included.",
                null);
            return null;
        }

        return mark is null ? [length] : [length, mark];
    }

    /// <summary>A quoted text or a text field; null, and nothing read, at anything else.</summary>
    private Expression? ParseText()
    {
        Token token = tokens.Current;
        if (token.Kind == TokenKind.Text)
        {
            tokens.Take();
            return new TextLiteral(token.Text, token.Offset);
        }

        if (token.Kind == TokenKind.Name
            && LetterFields.ByName.TryGetValue(token.Text, out LetterField? field)
            && field.Type == LetterFieldType.Text)
        {
            tokens.Take();
            state.UsedFields.Add(field.Name);
            return new FieldExpression(field, token.Offset);
        }

        return null;
    }

    /// <summary>
    /// After a call stands another pipe, a parenthesis or the end. Scriban would read an operator here as part of the
    /// last argument, so it has to stand outside parentheses.
    /// </summary>
    private bool ExpectEndOfCall(string function)
    {
        Token next = tokens.Current;
        if (next.Kind is TokenKind.Pipe or TokenKind.CloseParenthesis or TokenKind.NewLine or TokenKind.End)
        {
            return true;
        }

        if (next.Kind is TokenKind.Name && !LetterFields.ByName.ContainsKey(next.Text))
        {
            if (Names.AsValue(next, state) is not null)
            {
                ReportBadArgument(function, next);
            }
        }
        else if (next.Kind is TokenKind.Text or TokenKind.Name or TokenKind.Number or TokenKind.OpenParenthesis or TokenKind.Comma)
        {
            ReportBadArgument(function, next);
        }
        else
        {
            _problems.Add(
                next.Offset,
                ProblemCode.UnexpectedWord,
                $"A function beside {next.Described} needs parentheses.",
                function == LetterFunctions.Pick ? "Write `(pick …)`." : $"Write `(… | {function})`.");
        }

        return false;
    }

    private void ReportBadArgument(string function, Token token)
    {
        string hint = function switch
        {
            LetterFunctions.Pick => "It takes texts in quotes and text fields, with spaces between them.",
            LetterFunctions.Default => "It takes one text in quotes or one text field.",
            LetterFunctions.Truncate => "It takes a number and, if you like, a text in quotes, with a space between them.",
            _ => "It takes nothing more.",
        };
        _problems.Add(token.Offset, ProblemCode.BadArgument, $"{Quote.Code(function)} does not take {token.Described} here.", hint);
    }

    private void ReportNotAFunction(Token name)
    {
        if (Names.ReportIfLeftOut(name, _problems))
        {
            return;
        }

        if (name.Text == LetterFunctions.Pick)
        {
            _problems.Add(
                name.Offset,
                ProblemCode.UnexpectedWord,
                "`pick` stands at the beginning, not after `|`.",
                "Write `pick \"a\" \"b\"`.");
            return;
        }

        string sentence = LetterFields.ByName.ContainsKey(name.Text)
            ? $"{Quote.Code(name.Text)} is a field, not a function."
            : $"There is no function {Quote.Code(name.Text)}.";
        _problems.Add(
            name.Offset,
            ProblemCode.UnknownFunction,
            sentence,
            Suggestion.DidYouMean(name.Text, LetterFunctions.Piped) ?? $"There are {string.Join(", ", LetterFunctions.Piped)}.");
    }
}

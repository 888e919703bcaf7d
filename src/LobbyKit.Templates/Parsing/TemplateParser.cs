using System.Globalization;
using LobbyKit.Templates.Syntax;

namespace LobbyKit.Templates.Parsing;

/// <summary>
/// Reads a template from beginning to end, once. Blocks are kept on a stack of its own, not on the machine's. After a
/// problem it goes on at the next tag, so that one parse reports several.
/// </summary>
internal sealed class TemplateParser
{
    private readonly string _source;
    private readonly ProblemList _problems;
    private readonly ParseState _state;
    private readonly TagLexer _lexer;
    private readonly List<LetterNode> _letter = [];
    private readonly Stack<OpenBlock> _blocks = new();
    private int _openBranches;
    private bool _isTooDeep;

    public TemplateParser(string source, ProblemList problems)
    {
        _source = source;
        _problems = problems;
        _state = new ParseState(problems);
        _lexer = new TagLexer(source, problems);
    }

    private List<LetterNode> Body => _blocks.TryPeek(out OpenBlock? block) ? block.Body : _letter;

    /// <summary>The template; it may be used only if no problem was found.</summary>
    public ParsedTemplate Parse()
    {
        int textStart = 0;
        WhitespaceTrim trim = WhitespaceTrim.None;
        while (!_problems.IsFull && !_isTooDeep)
        {
            int open = _source.IndexOf("{{", textStart, StringComparison.Ordinal);
            if (open < 0)
            {
                break;
            }

            Tag tag = _lexer.Read(open);
            AddText(textStart, open, trim, tag.Before);
            AddTag(tag);
            (textStart, trim) = (tag.Next, tag.After);
        }

        if (!_isTooDeep)
        {
            AddText(textStart, _source.Length, trim, WhitespaceTrim.None);
            ReportOpenBlocks();
        }

        return new ParsedTemplate(_source, _letter, _state.UsedFields, _state.Picks);
    }

    private void AddText(int start, int end, WhitespaceTrim after, WhitespaceTrim before)
    {
        (int Start, int End) text = Whitespace.Trim(_source, start, end, after, before);
        ReadOnlySpan<char> raw = _source.AsSpan(start, end - start);
        if (raw.IndexOf("}}") is >= 0 and var close)
        {
            _problems.Add(
                start + close,
                ProblemCode.StrayClose,
                "This `}}` closes no tag.",
                "A tag begins with `{{`; to print two braces, write `{{ \"}}\" }}`.");
        }

        if (raw.IndexOf("{%") is >= 0 and var foreign)
        {
            _problems.Add(start + foreign, ProblemCode.ForeignTag, "`{%` is not in the letter language.", "Write tags with `{{` and `}}`.");
        }

        if (_blocks.TryPeek(out OpenBlock? block) && !block.HasBranch)
        {
            // Scriban leaves this text out without a word.
            int firstVisible = raw.IndexOfAnyExcept(" \t\r\n");
            if (firstVisible >= 0)
            {
                _problems.Add(
                    start + firstVisible,
                    ProblemCode.TextBeforeWhen,
                    "Text between `case` and its first `when` is never printed.",
                    "Move it before the `case` or behind a `when`.");
            }
        }
        else if (text.Start < text.End)
        {
            Body.Add(new TextNode(_source[text.Start..text.End]));
        }
    }

    private void AddTag(Tag tag)
    {
        var tokens = new TokenReader(tag.IsBroken ? [.. tag.Tokens, new Token(TokenKind.End, "", tag.Next)] : tag.Tokens);
        tokens.SkipNewLines();
        Token first = tokens.Current;
        if (first.Kind == TokenKind.End)
        {
            if (!tag.IsBroken && !tag.HasComment && tag.Before == WhitespaceTrim.None && tag.After == WhitespaceTrim.None)
            {
                _problems.Add(tag.Offset, ProblemCode.EmptyTag, "This tag is empty.", "Write a field in it, or take it out.");
            }

            return;
        }

        if (tag.IsBroken)
        {
            AddBrokenTag(first);
        }
        else if (AddInstruction(tokens, first))
        {
            ExpectEnd(tokens);
        }
    }

    /// <summary>Keeps blocks in step where a tag could not be read, so that their ends are not reported too.</summary>
    private void AddBrokenTag(Token first)
    {
        switch (first.Kind == TokenKind.Name ? first.Text : "")
        {
            case "if":
                Open(OpenBlock.If(first.Offset, null));
                break;
            case var word when Names.OpensForeignBlock(word):
                Open(OpenBlock.Foreign(first.Offset));
                break;
            case "case":
                Open(OpenBlock.Case(first.Offset, null));
                break;
            case "when" when _blocks.TryPeek(out OpenBlock? block) && block.IsCase:
                block.BeginWhen(null);
                break;
            case "end":
                _blocks.TryPop(out _);
                break;
            default:
                break;
        }
    }

    /// <summary>Reads an instruction. False if the rest of the tag should not be looked at.</summary>
    private bool AddInstruction(TokenReader tokens, Token first)
    {
        switch (first.Kind == TokenKind.Name ? first.Text : "")
        {
            case "if":
                tokens.Take();
                Expression? condition = Expressions(tokens).ParseCondition();
                return Open(OpenBlock.If(first.Offset, condition)) && condition is not null;
            case "case":
                tokens.Take();
                Expression? value = Expressions(tokens).ParseCase();
                return Open(OpenBlock.Case(first.Offset, value)) && value is not null;
            case "when":
                tokens.Take();
                return AddWhen(tokens, first);
            case "else":
                tokens.Take();
                return tokens.IsAtName("if") ? AddElseIf(tokens, first) : AddElse(first);
            case "end":
                tokens.Take();
                return AddEnd(first);
            default:
                if (Expressions(tokens).ParsePrinted() is not { } printed)
                {
                    return false;
                }

                Body.Add(new PrintNode(printed));
                return true;
        }
    }

    private bool AddElseIf(TokenReader tokens, Token first)
    {
        tokens.Take();
        Expression? condition = Expressions(tokens).ParseCondition();
        if (!_blocks.TryPeek(out OpenBlock? block) || block.IsCase || block.HasElse)
        {
            return ReportMisplaced(first, "`else if` belongs between `if` and its `else` or `end`.");
        }

        block.BeginElseIf(condition);
        return CountBranch(first) && condition is not null;
    }

    private bool AddElse(Token first)
    {
        if (!_blocks.TryPeek(out OpenBlock? block) || !block.HasBranch || block.HasElse)
        {
            return ReportMisplaced(first, "`else` belongs once, and last, between `if` or `when` and its `end`.");
        }

        block.BeginElse();
        return CountBranch(first);
    }

    private bool AddWhen(TokenReader tokens, Token first)
    {
        if (!_blocks.TryPeek(out OpenBlock? block) || !block.IsCase || block.HasElse)
        {
            return ReportMisplaced(first, "`when` belongs between `case` and its `else` or `end`.");
        }

        IReadOnlyList<Expression>? values = Expressions(tokens).ParseWhen(block.Value);
        foreach (Expression value in values ?? [])
        {
            CheckReachable(block, value);
        }

        block.BeginWhen(values);
        return CountBranch(first) && values is not null;
    }

    private void CheckReachable(OpenBlock block, Expression value)
    {
        string text = value switch
        {
            TextLiteral literal => literal.Text,
            DateLiteral date => date.Date.ToString("O", CultureInfo.InvariantCulture),
            NumberLiteral number => number.Number.ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
        if (!block.SeenValues.Add(text))
        {
            _problems.Add(
                value.Offset,
                ProblemCode.UnreachableWhen,
                $"There is already a `when` for {Quote.Text(text)}.",
                "Take one of them out.");
        }
        else if (block.Value is PickExpression pick && pick.Choices.All(choice => choice is TextLiteral literal && literal.Text != text))
        {
            _problems.Add(
                value.Offset,
                ProblemCode.UnreachableWhen,
                $"This `pick` never chooses {Quote.Text(text)}.",
                "Write one of its texts, letter for letter.");
        }
    }

    private bool AddEnd(Token first)
    {
        if (!_blocks.TryPop(out OpenBlock? block))
        {
            return ReportMisplaced(first, "This `end` ends nothing.");
        }

        _openBranches -= block.Branches;
        if (!block.HasBranch)
        {
            _problems.Add(
                block.Offset,
                ProblemCode.CaseWithoutWhen,
                "This `case` has no `when`.",
                "Write `{{ when \"…\" }}` and the text for each value.");
        }

        if (block.End() is { } node)
        {
            Body.Add(node);
        }

        return true;
    }

    private bool Open(OpenBlock block)
    {
        _blocks.Push(block);
        _openBranches++;
        if (_blocks.Count > LetterLimits.BlockDepth)
        {
            return ReportTooDeep(block.Offset, $"Blocks are nested deeper than {LetterLimits.BlockDepth}.");
        }

        return _openBranches <= LetterLimits.OpenBranches || ReportTooManyBranches(block.Offset);
    }

    private bool CountBranch(Token first)
    {
        _openBranches++;
        return _openBranches <= LetterLimits.OpenBranches || ReportTooManyBranches(first.Offset);
    }

    private bool ReportTooManyBranches(int offset)
        => ReportTooDeep(offset, $"More than {LetterLimits.OpenBranches} branches are open here, over all blocks around this place.");

    /// <summary>Reading stops here: what follows would only repeat the problem.</summary>
    private bool ReportTooDeep(int offset, string sentence)
    {
        _problems.Add(offset, ProblemCode.BlocksTooDeep, sentence, "Write a template of its own for each case.");
        _isTooDeep = true;
        return false;
    }

    private bool ReportMisplaced(Token token, string sentence)
    {
        _problems.Add(token.Offset, ProblemCode.MisplacedBranch, sentence);
        return false;
    }

    private void ExpectEnd(TokenReader tokens)
    {
        bool isOnNewLine = tokens.SkipNewLines();
        Token next = tokens.Current;
        if (next.Kind == TokenKind.End)
        {
            return;
        }

        if (Names.ReportIfLeftOut(next, _problems))
        {
            return;
        }

        if (isOnNewLine)
        {
            _problems.Add(
                next.Offset,
                ProblemCode.SecondInstruction,
                "A new line ends an instruction, and a tag holds only one.",
                next.Kind == TokenKind.Pipe
                    ? "Write the `|` at the end of the line before."
                    : "Write it on one line, or the second one in a tag of its own.");
        }
        else
        {
            _problems.Add(next.Offset, ProblemCode.UnexpectedWord, $"The instruction should end before {next.Described}.");
        }
    }

    private void ReportOpenBlocks()
    {
        foreach (OpenBlock block in _blocks.Where(block => !block.IsForeign))
        {
            _problems.Add(
                block.Offset,
                ProblemCode.UnclosedBlock,
                $"This `{(block.IsCase ? "case" : "if")}` has no `end`.",
                "Write `{{ end }}` where it ends.");
        }
    }

    private ExpressionParser Expressions(TokenReader tokens) => new(tokens, _state);
}

using LobbyKit.Templates.Syntax;

namespace LobbyKit.Templates.Parsing;

/// <summary>What names mean, and what to say of those that mean nothing.</summary>
internal static class Names
{
    /// <summary>Words of Scriban and of its relatives that the letter language leaves out, and what to write instead.</summary>
    private static readonly Dictionary<string, string?> LeftOut = new(StringComparer.Ordinal)
    {
        ["and"] = "Write `&&`.",
        ["or"] = "Write `||`.",
        ["not"] = "Write `!`.",
        ["elseif"] = "Write `else if`.",
        ["elsif"] = "Write `else if`.",
        ["elif"] = "Write `else if`.",
        ["endif"] = "Write `end`.",
        ["endcase"] = "Write `end`.",
        ["unless"] = "Write `if !` and the condition.",
        ["switch"] = "Write `case`.",
        ["null"] = "An empty text counts as no: write `if` and the field.",
        ["empty"] = "An empty text counts as no: write `if` and the field.",
        ["blank"] = "An empty text counts as no: write `if` and the field.",
        ["include"] = "Write the text itself.",
        ["include_join"] = "Write the text itself.",
        ["for"] = null,
        ["while"] = null,
        ["tablerow"] = null,
        ["break"] = null,
        ["continue"] = null,
        ["func"] = null,
        ["ret"] = null,
        ["do"] = null,
        ["capture"] = null,
        ["assign"] = null,
        ["set"] = null,
        ["with"] = null,
        ["wrap"] = null,
        ["import"] = null,
        ["readonly"] = null,
        ["this"] = null,
        ["eval"] = null,
    };

    private static readonly HashSet<string> ForeignBlocks =
        new(StringComparer.Ordinal) { "for", "while", "tablerow", "func", "capture", "with", "wrap", "unless", "switch" };

    private static readonly HashSet<string> BlockWords = new(StringComparer.Ordinal) { "if", "else", "end", "case", "when" };

    /// <summary>The field or literal that a name stands for; null, and a problem, for any other name.</summary>
    public static Expression? AsValue(Token name, ParseState state)
    {
        switch (name.Text)
        {
            case "true":
                return new YesNoLiteral(true, name.Offset);
            case "false":
                return new YesNoLiteral(false, name.Offset);
            default:
                if (LetterFields.ByName.TryGetValue(name.Text, out LetterField? field))
                {
                    state.UsedFields.Add(field.Name);
                    return new FieldExpression(field, name.Offset);
                }

                ReportNotAValue(name, state.Problems);
                return null;
        }
    }

    /// <summary>True for a word that is left out and would have an <c>end</c>.</summary>
    public static bool OpensForeignBlock(string word) => ForeignBlocks.Contains(word);

    /// <summary>True, and a problem, if the word is one that the language leaves out.</summary>
    public static bool ReportIfLeftOut(Token name, ProblemList problems)
    {
        if (name.Kind != TokenKind.Name || !LeftOut.TryGetValue(name.Text, out string? hint))
        {
            return false;
        }

        problems.Add(name.Offset, ProblemCode.NotInLanguage, $"{Quote.Code(name.Text)} is not in the letter language.", hint);
        return true;
    }

    private static void ReportNotAValue(Token name, ProblemList problems)
    {
        if (ReportIfLeftOut(name, problems))
        {
            return;
        }

        if (BlockWords.Contains(name.Text))
        {
            problems.Add(
                name.Offset,
                ProblemCode.UnexpectedWord,
                $"{Quote.Code(name.Text)} stands at the beginning of a tag.",
                "Write it in a tag of its own.");
        }
        else if (name.Text == LetterFunctions.Pick)
        {
            problems.Add(
                name.Offset,
                ProblemCode.UnexpectedWord,
                "A `pick` beside an operator needs parentheses.",
                "Write `(pick \"a\" \"b\")`.");
        }
        else if (LetterFunctions.ByName.TryGetValue(name.Text, out LetterFunction? function))
        {
            problems.Add(
                name.Offset,
                ProblemCode.UnexpectedWord,
                $"{Quote.Code(name.Text)} is a function and needs a value before it.",
                $"Write `{function.Usage}`.");
        }
        else
        {
            problems.Add(
                name.Offset,
                ProblemCode.UnknownField,
                $"There is no field {Quote.Code(name.Text)}.",
                Suggestion.DidYouMean(name.Text, LetterFields.All.Select(field => field.Name)) ?? "To print a text, put it in quotes.");
        }
    }
}

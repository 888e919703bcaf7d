using System.Text;

namespace LobbyKit.Templates.Parsing;

/// <summary>Says what is wrong with a character of a tag that begins no word of the language.</summary>
internal static class StrangeCharacter
{
    public static void Report(ProblemList problems, string source, int offset)
    {
        char next = offset + 1 < source.Length ? source[offset + 1] : '\0';
        (ProblemCode code, string sentence, string? hint) = (source[offset], next) switch
        {
            ('=', _) => (ProblemCode.NotInLanguage, "A letter cannot set a value.", "To compare, write `==`."),
            ('+' or '-' or '*' or '/' or '%' or '^', _) => (ProblemCode.NotInLanguage, "A letter cannot calculate.", "Take the sign out."),
            ('[' or ']', _) => (ProblemCode.NotInLanguage, "The letter language has no lists.", null),
            ('{' or '}', _) =>
                (ProblemCode.UnexpectedCharacter, "A single brace means nothing in a tag.", "A tag begins with `{{` and ends with `}}`."),
            (';', _) => (ProblemCode.SecondInstruction, "A tag holds one instruction.", "Write the second one in a tag of its own."),
            ('&', _) => (ProblemCode.UnexpectedCharacter, "A single `&` means nothing here.", "For \"and\", write `&&`."),
            ('|', '>') => (ProblemCode.NotInLanguage, "The letter language has one kind of pipe.", "Write `|`."),
            ('`', _) => (ProblemCode.NotInLanguage, "Backticks are not in the letter language.", "Write \" at both ends of a text."),
            ('$', _) or ('@', _) or ('?', _) or (':', _) or ('<', _) or ('>', _) =>
                (ProblemCode.NotInLanguage, $"{Quote.Code(source.AsSpan(offset, 1))} is not in the letter language.", null),
            ('“' or '”' or '„' or '«' or '»' or '‘' or '’' or '‚', _) =>
                (ProblemCode.UnexpectedCharacter, "A quoted text in a tag needs straight quotes.", "Write \" at both ends."),
            _ => (ProblemCode.UnexpectedCharacter, $"{Shown(source, offset)} means nothing here.", "Put a text in quotes."),
        };
        problems.Add(offset, code, sentence, hint);
    }

    private static string Shown(string source, int offset)
    {
        _ = Rune.DecodeFromUtf16(source.AsSpan(offset), out Rune rune, out int length);
        return $"{Quote.Code(source.AsSpan(offset, length))} ({Quote.Character(rune)})";
    }
}

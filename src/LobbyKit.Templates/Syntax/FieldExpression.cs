namespace LobbyKit.Templates.Syntax;

internal sealed record FieldExpression(LetterField Field, int Offset) : Expression(KindOf(Field.Type), Offset)
{
    private static ValueKind KindOf(LetterFieldType type) => type switch
    {
        LetterFieldType.Number => ValueKind.Number,
        LetterFieldType.Date => ValueKind.Date,
        LetterFieldType.Choice => ValueKind.Choice,
        _ => ValueKind.Text,
    };
}

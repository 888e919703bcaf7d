using LobbyKit.Templates.Syntax;

namespace LobbyKit.Templates.Parsing;

/// <summary>Names expressions in sentences.</summary>
internal static class Describe
{
    public static string Value(Expression expression) => expression switch
    {
        FieldExpression field => $"{Quote.Code(field.Field.Name)} ({Kind(field.Kind)})",
        TextLiteral text => Quote.Text(text.Text),
        NumberLiteral number => $"{number.Number} (a number)",
        YesNoLiteral literal => literal.Value ? "`true`" : "`false`",
        CallExpression call => $"the result of {Quote.Code(call.Function)} (a text)",
        PickExpression => "the choice of `pick` (a text)",
        _ => "a condition",
    };

    public static string Kind(ValueKind kind) => kind switch
    {
        ValueKind.Number => "a number",
        ValueKind.Date => "a date",
        ValueKind.Choice => "a choice",
        ValueKind.YesNo => "a condition",
        _ => "a text",
    };

    /// <summary>"It is one of "a", "b" or "c"."</summary>
    public static string Choices(IReadOnlyList<string> choices)
        => $"It is one of {string.Join(", ", choices.Take(choices.Count - 1).Select(choice => $"\"{choice}\""))} or \"{choices[^1]}\".";

    public static string Operator(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        _ => ">=",
    };
}

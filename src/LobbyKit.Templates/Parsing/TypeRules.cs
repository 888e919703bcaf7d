using System.Globalization;
using LobbyKit.Templates.Syntax;

namespace LobbyKit.Templates.Parsing;

/// <summary>What may be compared, asked and printed.</summary>
internal sealed class TypeRules(ProblemList problems)
{
    /// <summary>A comparison, its literal read as the other side's type; null if the two cannot be compared, which is reported.</summary>
    public Expression? Compare(BinaryOperator op, int offset, Expression left, Expression right)
    {
        Expression? typedLeft = AsTypeOf(right, left);
        Expression? typedRight = AsTypeOf(left, right);
        if (typedLeft is null || typedRight is null)
        {
            return null;
        }

        if (typedLeft.Kind != typedRight.Kind || !SameChoices(typedLeft, typedRight))
        {
            problems.Add(
                offset,
                ProblemCode.CannotCompare,
                $"{Sentence(left)} cannot be compared with {Describe.Value(right)}.",
                HintFor(left, right));
            return null;
        }

        bool isOrder = op is not (BinaryOperator.Equal or BinaryOperator.NotEqual);
        if (isOrder && typedLeft.Kind is not (ValueKind.Number or ValueKind.Date))
        {
            problems.Add(
                offset,
                ProblemCode.CannotCompare,
                $"Only numbers and dates can be compared with `{Describe.Operator(op)}`.",
                "Compare with `==` or `!=`.");
            return null;
        }

        return new BinaryExpression(op, typedLeft, typedRight);
    }

    /// <summary>
    /// A literal as the type of what it is compared with; any other expression as it is. Null if it does not fit, which is
    /// reported.
    /// </summary>
    public Expression? AsTypeOf(Expression other, Expression expression)
    {
        if (expression is not TextLiteral { Kind: ValueKind.Text } literal)
        {
            return expression;
        }

        switch (other.Kind)
        {
            case ValueKind.Date:
                if (DateOnly.TryParseExact(literal.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
                {
                    return new DateLiteral(date, literal.Offset);
                }

                problems.Add(
                    literal.Offset,
                    ProblemCode.BadDate,
                    $"{Quote.Text(literal.Text)} is not a date.",
                    "Write year, month and day like \"2026-12-14\".");
                return null;

            case ValueKind.Choice when other is FieldExpression { Field: var field }:
                if (field.Choices.Contains(literal.Text, StringComparer.Ordinal))
                {
                    return literal with { Kind = ValueKind.Choice };
                }

                string? nearest = Suggestion.Nearest(literal.Text, field.Choices);
                string didYouMean = nearest is null ? "" : $" Did you mean \"{nearest}\"?";
                problems.Add(
                    literal.Offset,
                    ProblemCode.NotAChoice,
                    $"{Quote.Code(field.Name)} is never {Quote.Text(literal.Text)}.",
                    Describe.Choices(field.Choices) + didYouMean);
                return null;

            case ValueKind.Text when literal.Text.Length == 0:
                problems.Add(
                    literal.Offset,
                    ProblemCode.ComparedWithEmpty,
                    "A text is not compared with the empty text.",
                    $"Write {EmptyTest(other)}; an empty text counts as no.");
                return null;

            default:
                return literal;
        }
    }

    /// <summary>True for what can be a condition; anything else is reported.</summary>
    public bool IsCondition(Expression expression)
    {
        if (expression.Kind == ValueKind.YesNo || (expression.Kind == ValueKind.Text && !expression.IsLiteral))
        {
            return true;
        }

        string hint = expression switch
        {
            { Kind: ValueKind.Number, IsLiteral: false } => "Compare it with a number, like `event.days_left > 7`.",
            { Kind: ValueKind.Date, IsLiteral: false } => "Compare it with a date, like `today < event.starts`.",
            FieldExpression { Kind: ValueKind.Choice } choice =>
                $"Compare it with a word, like `{choice.Field.Name} == \"{choice.Field.Choices[0]}\"`.",
            _ => "Write a comparison or a text field.",
        };
        problems.Add(expression.Offset, ProblemCode.NotACondition, $"{Sentence(expression)} is neither yes nor no.", hint);
        return false;
    }

    /// <summary>True for what can be printed; anything else is reported.</summary>
    public bool IsPrintable(Expression expression)
    {
        switch (expression.Kind)
        {
            case ValueKind.YesNo:
                problems.Add(
                    expression.Offset,
                    ProblemCode.NotPrintable,
                    "A condition cannot be printed.",
                    "Write `{{ if … }}`, the text, and `{{ end }}`.");
                return false;
            case ValueKind.Choice when expression is FieldExpression { Field: var field }:
                problems.Add(
                    expression.Offset,
                    ProblemCode.NotPrintable,
                    $"{Quote.Code(field.Name)} is a choice and cannot be printed.",
                    $"Write the text for each of its words between `{{{{ case {field.Name} }}}}{{{{ when \"{field.Choices[0]}\" }}}}` "
                    + "and `{{ end }}`.");
                return false;
            default:
                return true;
        }
    }

    private static bool SameChoices(Expression left, Expression right)
        => left is not FieldExpression { Kind: ValueKind.Choice } a
            || right is not FieldExpression { Kind: ValueKind.Choice } b
            || ReferenceEquals(a.Field.Choices, b.Field.Choices);

    private static string Sentence(Expression expression)
    {
        string value = Describe.Value(expression);
        return char.ToUpperInvariant(value[0]) + value[1..];
    }

    private static string EmptyTest(Expression expression)
        => expression is FieldExpression field ? $"`{field.Field.Name}` or `!{field.Field.Name}`" : "the text alone, or `!` and the text";

    private static string? HintFor(Expression left, Expression right)
    {
        Expression other = left.IsLiteral ? right : left;
        return other.Kind switch
        {
            ValueKind.Number => "Compare it with a whole number, without quotes.",
            ValueKind.Date => "Compare it with another date or one like \"2026-12-14\", in quotes.",
            ValueKind.Choice when other is FieldExpression { Field: var field } => Describe.Choices(field.Choices),
            ValueKind.Text => "Compare it with a text in quotes or a text field.",
            _ => "Join conditions with `&&` or `||`.",
        };
    }
}

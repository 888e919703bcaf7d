using System.Globalization;
using LobbyKit.Templates.Syntax;

namespace LobbyKit.Templates.Rendering;

/// <summary>Works out typed expressions for one model. Texts are null where they are empty.</summary>
internal sealed class ExpressionEvaluator(LetterModel model)
{
    private readonly LetterCulture _culture = LetterCulture.For(model.Language);

    /// <summary>The expression as it is printed.</summary>
    public string? Print(Expression expression) => expression.Kind switch
    {
        ValueKind.Number => Number(expression).ToString(CultureInfo.InvariantCulture),
        ValueKind.Date => _culture.Long(Date(expression)),
        _ => Text(expression),
    };

    /// <summary>A condition: a yes/no answer, or whether a text is not empty.</summary>
    public bool IsTrue(Expression expression) => expression switch
    {
        YesNoLiteral literal => literal.Value,
        NotExpression not => !IsTrue(not.Operand),
        BinaryExpression { Operator: BinaryOperator.And } and => IsTrue(and.Left) && IsTrue(and.Right),
        BinaryExpression { Operator: BinaryOperator.Or } or => IsTrue(or.Left) || IsTrue(or.Right),
        BinaryExpression { Operator: BinaryOperator.Equal } equal => AreEqual(equal.Left, equal.Right),
        BinaryExpression { Operator: BinaryOperator.NotEqual } unequal => !AreEqual(unequal.Left, unequal.Right),
        BinaryExpression order => IsInOrder(order),
        _ => Text(expression) is not null,
    };

    /// <summary>Whether two values of one kind are the same; texts letter for letter.</summary>
    public bool AreEqual(Expression left, Expression right) => left.Kind switch
    {
        ValueKind.Number => Number(left) == Number(right),
        ValueKind.Date => Date(left) == Date(right),
        ValueKind.YesNo => IsTrue(left) == IsTrue(right),
        _ => string.Equals(Text(left), Text(right), StringComparison.Ordinal),
    };

    private bool IsInOrder(BinaryExpression order)
    {
        int comparison = order.Left.Kind == ValueKind.Date
            ? Date(order.Left).CompareTo(Date(order.Right))
            : Number(order.Left).CompareTo(Number(order.Right));
        return order.Operator switch
        {
            BinaryOperator.Less => comparison < 0,
            BinaryOperator.LessOrEqual => comparison <= 0,
            BinaryOperator.Greater => comparison > 0,
            _ => comparison >= 0,
        };
    }

    private int Number(Expression expression) => expression switch
    {
        NumberLiteral literal => literal.Number,
        FieldExpression field => field.Field.ReadNumber(model),
        _ => throw Unknown(expression),
    };

    private DateOnly Date(Expression expression) => expression switch
    {
        DateLiteral literal => literal.Date,
        FieldExpression field => field.Field.ReadDate(model),
        _ => throw Unknown(expression),
    };

    private string? Text(Expression expression) => expression switch
    {
        TextLiteral literal => TextFunctions.NullIfEmpty(literal.Text),
        FieldExpression field => TextFunctions.NullIfEmpty(field.Field.ReadText(model)),
        PickExpression pick => Text(pick.Choices[VariantPicker.Choose(model.PickSeed, pick.Ordinal, pick.Choices.Count)]),
        CallExpression { Input.Kind: ValueKind.Date } call => TextFunctions.Apply(call.Function, Date(call.Input), _culture),
        CallExpression { Function: LetterFunctions.Default } call => Text(call.Input) ?? Text(call.Arguments[0]),
        CallExpression { Function: LetterFunctions.Truncate } call => Truncate(call),
        CallExpression call => TextFunctions.Apply(call.Function, Text(call.Input), _culture),
        _ => throw Unknown(expression),
    };

    private string? Truncate(CallExpression call)
    {
        string mark = call.Arguments.Count > 1 ? ((TextLiteral)call.Arguments[1]).Text : TextFunctions.DefaultMark;
        return TextFunctions.Truncate(Text(call.Input), Number(call.Arguments[0]), mark);
    }

    private static InvalidOperationException Unknown(Expression expression) => new($"Unknown expression: {expression.GetType().Name}.");
}

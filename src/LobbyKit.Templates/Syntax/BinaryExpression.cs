namespace LobbyKit.Templates.Syntax;

/// <summary>A comparison of two values of one kind, or <c>&amp;&amp;</c> or <c>||</c> of two conditions.</summary>
internal sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right)
    : Expression(ValueKind.YesNo, Left.Offset);

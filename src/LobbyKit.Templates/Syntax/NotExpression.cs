namespace LobbyKit.Templates.Syntax;

internal sealed record NotExpression(Expression Operand, int Offset) : Expression(ValueKind.YesNo, Offset);

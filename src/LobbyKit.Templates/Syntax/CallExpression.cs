namespace LobbyKit.Templates.Syntax;

/// <summary>A function that a value was piped to.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Input">What stands before the pipe.</param>
/// <param name="Arguments">What stands after the name.</param>
internal sealed record CallExpression(string Function, Expression Input, IReadOnlyList<Expression> Arguments)
    : Expression(ValueKind.Text, Input.Offset);

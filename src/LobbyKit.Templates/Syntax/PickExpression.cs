namespace LobbyKit.Templates.Syntax;

/// <summary>A choice between texts. <paramref name="Ordinal"/> counts the template's picks from 0.</summary>
internal sealed record PickExpression(int Ordinal, IReadOnlyList<Expression> Choices, int Offset) : Expression(ValueKind.Text, Offset);

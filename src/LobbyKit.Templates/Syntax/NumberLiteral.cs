namespace LobbyKit.Templates.Syntax;

internal sealed record NumberLiteral(int Number, int Offset) : Expression(ValueKind.Number, Offset)
{
    public override bool IsLiteral => true;
}

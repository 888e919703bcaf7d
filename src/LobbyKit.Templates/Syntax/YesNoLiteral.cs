namespace LobbyKit.Templates.Syntax;

internal sealed record YesNoLiteral(bool Value, int Offset) : Expression(ValueKind.YesNo, Offset)
{
    public override bool IsLiteral => true;
}

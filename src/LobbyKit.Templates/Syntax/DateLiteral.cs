namespace LobbyKit.Templates.Syntax;

/// <summary>A quoted ISO 8601 date that stands beside a date.</summary>
internal sealed record DateLiteral(DateOnly Date, int Offset) : Expression(ValueKind.Date, Offset)
{
    public override bool IsLiteral => true;
}

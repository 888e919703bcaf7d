namespace LobbyKit.Templates.Syntax;

/// <summary>A quoted text; as a word of a choice it has that kind.</summary>
internal sealed record TextLiteral(string Text, int Offset, ValueKind Kind = ValueKind.Text) : Expression(Kind, Offset)
{
    public override bool IsLiteral => true;
}

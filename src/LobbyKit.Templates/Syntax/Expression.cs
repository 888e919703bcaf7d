namespace LobbyKit.Templates.Syntax;

/// <summary>A typed expression.</summary>
/// <param name="Kind">What it gives.</param>
/// <param name="Offset">Where it begins in the source.</param>
internal abstract record Expression(ValueKind Kind, int Offset)
{
    /// <summary>True for a value that stands in the template itself.</summary>
    public virtual bool IsLiteral => false;
}

using System.Collections.Frozen;
using LobbyKit.Templates.Syntax;

namespace LobbyKit.Templates;

/// <summary>A template that obeys every rule of the letter language. Immutable; safe to keep and to share between threads.</summary>
public sealed class ParsedTemplate
{
    private readonly FrozenDictionary<int, int> _pickOrdinals;

    internal ParsedTemplate(
        string source,
        IReadOnlyList<LetterNode> nodes,
        IEnumerable<string> usedFields,
        IEnumerable<PickExpression> picks)
    {
        Source = source;
        Nodes = nodes;
        UsedFields = usedFields.ToFrozenSet(StringComparer.Ordinal);
        _pickOrdinals = picks.ToFrozenDictionary(pick => pick.Offset, pick => pick.Ordinal);
    }

    /// <summary>The text that was parsed, unchanged. It is also a valid Scriban template.</summary>
    public string Source { get; }

    /// <summary>The names of the fields that the template reads anywhere, e.g. <c>personal_message</c>.</summary>
    public IReadOnlySet<string> UsedFields { get; }

    internal IReadOnlyList<LetterNode> Nodes { get; }

    /// <summary>The place in the count of picks, from 0, of the <c>pick</c> that begins at an offset of <see cref="Source"/>.</summary>
    internal int PickOrdinal(int offset) => _pickOrdinals[offset];
}

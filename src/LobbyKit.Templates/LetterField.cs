namespace LobbyKit.Templates;

/// <summary>One field that a template can read.</summary>
public sealed class LetterField
{
    private readonly Func<LetterModel, object> _read;

    internal LetterField(
        string name,
        LetterFieldType type,
        string description,
        string example,
        Func<LetterModel, object> read,
        params IReadOnlyList<string> choices)
    {
        Name = name;
        Type = type;
        Description = description;
        Example = example;
        Choices = choices;
        _read = read;
    }

    /// <summary>The name as templates write it, e.g. <c>supporter.name</c>.</summary>
    public string Name { get; }

    public LetterFieldType Type { get; }

    /// <summary>One sentence for the people who write letters.</summary>
    public string Description { get; }

    /// <summary>A value as a letter would print it, or, for a choice, one of its words.</summary>
    public string Example { get; }

    /// <summary>The words of a choice; empty for other types.</summary>
    public IReadOnlyList<string> Choices { get; }

    internal string ReadText(LetterModel model) => (string)_read(model);

    internal int ReadNumber(LetterModel model) => (int)_read(model);

    internal DateOnly ReadDate(LetterModel model) => (DateOnly)_read(model);
}

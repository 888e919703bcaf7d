using Scriban.Runtime;

namespace LobbyKit.Templates.Scriban;

/// <summary>Builds a tree of read-only values from dotted names.</summary>
internal sealed class ScribanObjects
{
    // Asking a ScriptObject for a member would make a whole new context each time, thirty times the work of a letter.
    private readonly Dictionary<string, ScriptObject> _groups = new(StringComparer.Ordinal);

    public ScriptObject Root { get; } = new();

    public IEnumerable<ScriptObject> Groups => _groups.Values;

    public void Add(string name, object? value)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        ScriptObject parent = dot < 0 ? Root : Group(name[..dot]);
        parent.SetValue(name[(dot + 1)..], value, true);
    }

    private ScriptObject Group(string name)
    {
        if (!_groups.TryGetValue(name, out ScriptObject? group))
        {
            group = [];
            _groups.Add(name, group);
            Root.SetValue(name, group, true);
        }

        return group;
    }
}

namespace LobbyKit.Web.Commands;

/// <summary>What was typed after a command's name.</summary>
/// <param name="Words">Everything that is no option.</param>
/// <param name="Options">By their names; an empty text for those without a value.</param>
public sealed record CommandArguments(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Options)
{
    public bool Has(string option) => Options.ContainsKey(option);

    public string? Value(string option) => Options.GetValueOrDefault(option);
}

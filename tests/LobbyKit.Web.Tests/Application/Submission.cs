namespace LobbyKit.Web.Tests.Application;

/// <summary>What a browser sends when a button is pressed.</summary>
internal sealed record Submission(HttpMethod Method, string Address, List<KeyValuePair<string, string>> Fields)
{
    /// <summary>The same with a field changed, added, or left out where the value is null.</summary>
    public Submission With(string name, string? value)
    {
        var fields = Fields.Where(f => f.Key != name).ToList();
        if (value is not null)
        {
            fields.Add(new(name, value));
        }

        return this with { Fields = fields };
    }
}

using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>Files that begin with settings in YAML between two lines of <c>---</c>, and go on in their own language.</summary>
internal static class FrontMatter
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    /// <returns>The settings, the text after them, and the line of the file on which the text begins.</returns>
    /// <exception cref="InvalidDataException">The file has no such beginning, or a setting that nobody knows; the message names it.</exception>
    public static (THeader Header, string Text, int Line) Read<THeader>(string path)
        where THeader : class, new()
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path} is not there.");
        }

        var lines = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        var end = lines.Length > 0 && lines[0] == "---" ? Array.IndexOf(lines, "---", 1) : -1;
        if (end < 0)
        {
            throw new InvalidDataException($"{path} does not begin with settings between two lines of ---.");
        }

        try
        {
            var header = Yaml.Deserialize<THeader>(string.Join('\n', lines[1..end])) ?? new THeader();
            var text = lines.Skip(end + 1).SkipWhile(line => line.Length == 0).ToList();
            return (header, string.Join('\n', text).TrimEnd('\n') + "\n", lines.Length - text.Count + 1);
        }
        catch (YamlException problem)
        {
            throw new InvalidDataException($"{path}, line {problem.Start.Line + 1}: {problem.InnerException?.Message ?? problem.Message}", problem);
        }
    }
}

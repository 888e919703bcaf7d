using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>Files that begin with settings in YAML between two lines of <c>---</c>, and go on in their own language.</summary>
internal static partial class FrontMatter
{
    private const string Fence = "---";
    private const int MostDepth = 8;

    private static readonly IDeserializer Reader = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build();

    private static readonly ISerializer Writer = new SerializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitDefaults | DefaultValuesHandling.OmitEmptyCollections)
        .WithIndentedSequences().WithQuotingNecessaryStrings(quoteYaml1_1Strings: true).WithNewLine("\n")
        .WithEventEmitter(next => new PlainScalars(next)).DisableAliases().Build();

    /// <returns>The settings, the text after them, and the line of the file on which the text begins.</returns>
    /// <exception cref="FileProblemException">The file has no such beginning, or a setting that nobody knows.</exception>
    public static (THeader Header, string Text, int Line) Read<THeader>(string file, string content)
        where THeader : class, new()
    {
        var lines = content.Split('\n');
        var end = lines[0] == Fence ? Array.IndexOf(lines, Fence, 1) : -1;
        if (end < 0)
        {
            throw new FileProblemException(new FileProblem(file, "", "it does not begin with settings between two lines of ---."));
        }

        try
        {
            var yaml = string.Join('\n', lines[1..end]);
            CheckPlain(yaml);
            var header = Reader.Deserialize<THeader>(yaml) ?? new THeader();
            var text = lines.Skip(end + 1).SkipWhile(line => line.Length == 0).ToList();
            return (header, string.Join('\n', text).TrimEnd('\n') + "\n", lines.Length - text.Count + 1);
        }
        catch (YamlException problem)
        {
            var line = (problem.Start.Line + 1).ToString(CultureInfo.InvariantCulture);
            throw new FileProblemException(new FileProblem(file, $"line {line}", Sentence(problem.InnerException?.Message ?? problem.Message)));
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            // What the library says where it meets the end in the middle of something.
            throw new FileProblemException(new FileProblem(file, "line 2", "the settings cannot be read: something is opened and not closed, or the other way round."));
        }
    }

    /// <summary>The same settings and text give the same file, and reading it gives them back.</summary>
    public static string Write<THeader>(THeader header, string text)
        where THeader : class
    {
        var trimmed = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim('\n');
        return $"{Fence}\n{Writer.Serialize(header)}{Fence}\n{trimmed}{(trimmed.Length > 0 ? "\n" : "")}";
    }

    // A few lines that refer to each other can stand for gigabytes. Settings need neither that nor types nor depth.
    private static void CheckPlain(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        while (parser.MoveNext())
        {
            var now = parser.Current!;
            depth += now.NestingIncrease;
            if (now is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            {
                throw new YamlException(now.Start, now.End, "settings cannot refer to each other or name types (&, *, !). Put the value in quotes.");
            }

            if (depth > MostDepth)
            {
                throw new YamlException(now.Start, now.End, "the settings are nested too deep.");
            }
        }
    }

    private static string Sentence(string problem) => UnknownSetting().Match(problem) is { Success: true } unknown
        ? $"there is no setting \"{unknown.Groups[1].Value}\"."
        : $"the settings cannot be read: {problem}";

    [GeneratedRegex(@"Property '([^']*)' not found on type")]
    private static partial Regex UnknownSetting();
}

using Microsoft.Extensions.Logging.Console;

namespace LobbyKit.Web.Commands;

/// <summary>
/// What was typed after the executable's name. A first word makes it a command; without one LobbyKit serves pages. Settings may stand
/// among a command's arguments as --LobbyKit:Section:Name=value.
/// </summary>
public sealed class CommandLine
{
    /// <summary>What cannot be understood ends with this exit code.</summary>
    public const int Misunderstood = 2;

    private static readonly string[] SettingPrefixes = ["--LobbyKit:", "--Logging:", "--environment=", "--contentRoot=", "--applicationName="];

    // Settings are read at the start. To watch their files is to hear of every write to the database below them.
    private const string StaysAsRead = "--hostBuilder:reloadConfigOnChange=false";

    private readonly IReadOnlyList<string> typed;

    private CommandLine(IReadOnlyList<string> typed, string[] settings) => (this.typed, Settings) = (typed, [StaysAsRead, .. settings]);

    /// <summary>What is for the host.</summary>
    public string[] Settings { get; }

    public bool IsCommand => typed.Count > 0;

    public static CommandLine Of(string[] arguments) => arguments is [var first, ..] && char.IsAsciiLetter(first[0]) && !first.Contains('=', StringComparison.Ordinal)
        ? new CommandLine([.. arguments.Where(a => !IsSetting(a))], [.. arguments.Where(IsSetting)])
        : new CommandLine([], arguments);

    /// <summary>What a command says goes to its standard output; what is logged meanwhile, beside it.</summary>
    public void Configure(IServiceCollection services)
    {
        services.AddSingleton<ICommand, CheckCommand>();
        services.AddSingleton<ICommand, AuditVerifyCommand>();
        services.AddSingleton<ICommand, BackupCommand>();
        services.AddSingleton<ICommand, ContactsImportCommand>();
        if (IsCommand)
        {
            services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            // A command says itself what it found.
            services.PostConfigure<LoggerFilterOptions>(filter =>
            {
                filter.MinLevel = LogLevel.None;
                filter.Rules.Clear();
                filter.Rules.Add(new LoggerFilterRule(null, "LobbyKit", LogLevel.Warning, null));
            });
        }
    }

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IServiceProvider services, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var commands = services.GetServices<ICommand>().OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        if (typed[0] == "help")
        {
            return await WriteHelpAsync(commands, output);
        }

        if (commands.FirstOrDefault(IsNamed) is not { } command)
        {
            return await RefuseAsync(errors, $"There is no command \"{typed[0]}\". There are: {string.Join(", ", commands.Select(c => c.Name))}, help.");
        }

        var (arguments, problem) = Read(command);
        return arguments is null
            ? await RefuseAsync(errors, $"{problem} Usage: LobbyKit.Web {command.Usage}")
            : await command.RunAsync(arguments, output, errors, cancellationToken);
    }

    private static bool IsSetting(string argument) => SettingPrefixes.Any(p => argument.StartsWith(p, StringComparison.OrdinalIgnoreCase));

    private static async Task<int> WriteHelpAsync(IEnumerable<ICommand> commands, TextWriter output)
    {
        await output.WriteLineAsync("LobbyKit.Web                      serves pages and sends letters");
        foreach (var command in commands)
        {
            await output.WriteLineAsync($"LobbyKit.Web {command.Usage}\n    {command.Summary}");
        }

        return 0;
    }

    private static async Task<int> RefuseAsync(TextWriter errors, string sentence)
    {
        await errors.WriteLineAsync(sentence);
        return Misunderstood;
    }

    private bool IsNamed(ICommand command) => typed.Take(WordsOf(command)).SequenceEqual(command.Name.Split(' '));

    private static int WordsOf(ICommand command) => command.Name.Split(' ').Length;

    private (CommandArguments? Arguments, string Problem) Read(ICommand command)
    {
        var (words, options) = (new List<string>(), new Dictionary<string, string>());
        var rest = typed.Skip(WordsOf(command)).ToList();
        for (var i = 0; i < rest.Count; i++)
        {
            if (!rest[i].StartsWith('-'))
            {
                words.Add(rest[i]);
                continue;
            }

            var (name, value) = rest[i].Split('=', 2) is [var left, var right] ? (left, right) : (rest[i], null);
            var takesValue = command.Options.Contains(name + "=");
            if (!takesValue && (value is not null || !command.Options.Contains(name)))
            {
                return (null, $"\"{rest[i]}\" is not understood.");
            }

            value ??= takesValue && i + 1 < rest.Count ? rest[++i] : "";
            if (takesValue && value.Length == 0)
            {
                return (null, $"{name} needs a value.");
            }

            options[name] = value;
        }

        return words.Count == command.Words
            ? (new CommandArguments(words, options), "")
            : (null, words.Count < command.Words ? "Something is missing." : $"\"{words[command.Words]}\" is not understood.");
    }
}

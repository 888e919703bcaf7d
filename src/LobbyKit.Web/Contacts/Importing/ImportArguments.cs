using System.Globalization;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>What was typed after "contacts import".</summary>
internal sealed record ImportArguments(string File)
{
    public const string Usage =
        """
        Usage: LobbyKit.Web contacts import FILE [options]

          --dry-run              says what would be done, and does nothing
          --json                 says it for programs, as one JSON object
          --as-of YYYY-MM-DD     the day on which the list was true; without it, today
          --columns NAME=HEADING[,NAME=HEADING...]
                                 which column is what, where the headings do not say it; nothing after = leaves it out
          --set NAME=VALUE[,NAME=VALUE...]
                                 for rows that say nothing: country_code, g20_status, role, languages, confidence
          --skip-invalid         applies the valid rows although others are not; without it nothing is applied then
          --overwrite-verified   the file is right even where an admin verified something since its date

        Exit code 0: applied, or nothing in the way of it. 1: rows are invalid, or the file is refused. 2: not understood.
        """;

    public bool DryRun { get; init; }

    public bool AsJson { get; init; }

    public bool SkipInvalid { get; init; }

    public bool OverwriteVerified { get; init; }

    public DateOnly? AsOf { get; init; }

    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Fixed { get; init; } = new Dictionary<string, string>();

    /// <exception cref="FormatException">They cannot be understood; the message says which.</exception>
    public static ImportArguments Read(IReadOnlyList<string> arguments)
    {
        var read = new ImportArguments("");
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = arguments[i].StartsWith("--", StringComparison.Ordinal) && arguments[i].Split('=', 2) is [var left, var right]
                ? (left, right)
                : (arguments[i], null);
            read = name switch
            {
                "--dry-run" => read with { DryRun = true },
                "--json" => read with { AsJson = true },
                "--skip-invalid" => read with { SkipInvalid = true },
                "--overwrite-verified" => read with { OverwriteVerified = true },
                "--as-of" => read with { AsOf = Day(Value()) },
                "--columns" => read with { Columns = Pairs(name, Value(), ContactColumns.IsName) },
                "--set" => read with { Fixed = Pairs(name, Value(), n => ContactColumns.IsName(n) && ContactColumns.Named(n).Fixed) },
                _ when name.StartsWith('-') => throw new FormatException($"\"{arguments[i]}\" is not understood."),
                _ => read.File.Length == 0 ? read with { File = name } : throw new FormatException($"\"{name}\" is one file too many."),
            };

            string Value() => value ?? (++i < arguments.Count ? arguments[i] : throw new FormatException($"{name} needs a value."));
        }

        return read.File.Length > 0 ? read : throw new FormatException("Which file?");
    }

    private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new FormatException($"\"{text}\" is no day such as 2026-01-31.");

    private static Dictionary<string, string> Pairs(string option, string text, Func<string, bool> isKnown)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var pair in text.Split(','))
        {
            if (pair.Split('=', 2) is not [var name, var value] || !isKnown(name.Trim()))
            {
                throw new FormatException(
                    $"\"{pair}\" after {option} is not understood. It is NAME=…, and a name one of {string.Join(", ", ContactColumns.All.Select(c => c.Name).Where(isKnown))}.");
            }

            pairs[name.Trim()] = value.Trim();
        }

        return pairs;
    }
}

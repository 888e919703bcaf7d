using System.Text.Encodings.Web;
using System.Text.Json;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>The import for those who keep their lists in files: the same dry run, the same rules, the same undoing on the page.</summary>
public sealed class ContactImportCommand(LobbyKitDbContext db, ContactImports imports, ImportSteps steps, TimeProvider clock)
{
    private const int Good = 0;
    private const int Refused = 1;
    private const int Misunderstood = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <param name="arguments">What was typed after "contacts import".</param>
    /// <param name="output">Gets what was found and done.</param>
    /// <param name="error">Gets why nothing was done.</param>
    /// <param name="cancellationToken">Ends it; nothing is half done.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ImportArguments asked;
        try
        {
            asked = ImportArguments.Read(arguments);
        }
        catch (FormatException problem)
        {
            await error.WriteLineAsync($"{problem.Message}\n\n{ImportArguments.Usage}");
            return Misunderstood;
        }

        try
        {
            return await RunAsync(asked, output, error, cancellationToken);
        }
        catch (Exception problem) when (problem is BrokenListException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"{asked.File}: {problem.Message}");
            return Refused;
        }
    }

    private async Task<int> RunAsync(ImportArguments asked, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken) || (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await error.WriteLineAsync("The database cannot be reached, or is not of this version. Start LobbyKit once, and try again.");
            return Refused;
        }

        if (new FileInfo(asked.File) is { Exists: true, Length: > ContactImports.LargestFile } large)
        {
            throw new BrokenListException($"The file has {large.Length / (1024 * 1024)} MB; {ContactImports.LargestFile / (1024 * 1024)} MB fit.");
        }

        var content = await File.ReadAllBytesAsync(asked.File, cancellationToken);
        var file = ListFile.Read(content);
        var columns = Columns(await imports.GuessAsync(file, cancellationToken), asked);
        if (columns.Problems(file.Headings) is { Count: > 0 } problems)
        {
            await error.WriteLineAsync($"{asked.File}: {string.Join(' ', problems.Values)} Use --columns and --set.");
            await error.WriteLineAsync($"Its headings are {string.Join(", ", file.Headings)}.");
            return Refused;
        }

        var asOf = asked.AsOf ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var rows = await CompareAsync(file, columns, asOf, cancellationToken);
        var isRefused = rows.Any(r => r.Kind == ImportRowKind.Broken) || rows.Count == 0 || (!asked.SkipInvalid && rows.Any(r => r.Kind == ImportRowKind.Invalid));
        var toDo = rows.Count(r => r.Kind is ImportRowKind.New or ImportRowKind.Changed);
        var notice = rows.Count == 0 ? "The file has headings and no rows." : "";
        long? applied = null;
        if (!isRefused && !asked.DryRun && toDo > 0)
        {
            (applied, notice) = await ApplyAsync(asked, content, columns, asOf, cancellationToken);
            isRefused = applied is null;
        }

        await SayAsync(output, asked, file, columns, asOf, rows, applied, isRefused, notice);
        return isRefused || (asked.DryRun && rows.Any(r => r.Kind == ImportRowKind.Invalid)) ? Refused : Good;
    }

    private static ColumnMapping Columns(ColumnMapping guessed, ImportArguments asked)
    {
        var headings = guessed.Headings.Where(h => !asked.Columns.ContainsKey(h.Key) && !asked.Columns.Values.Contains(h.Value))
            .Concat(asked.Columns.Where(c => c.Value.Length > 0));
        var fixedValues = guessed.Fixed.Where(f => !asked.Fixed.ContainsKey(f.Key)).Concat(asked.Fixed);
        return new ColumnMapping(headings.ToDictionary(h => h.Key, h => h.Value), fixedValues.ToDictionary(f => f.Key, f => f.Value));
    }

    /// <summary>Of a new office, every value that it would have.</summary>
    private static IEnumerable<ImportFinding> Findings(ContactImportRow row) => row is { Kind: ImportRowKind.New, Values: { } values }
        ? ContactColumns.All.Where(c => c.Read(values).Length > 0).Select(c => new ImportFinding(c.Name, "", c.Read(values)))
        : row.Findings;

    private async Task<List<ContactImportRow>> CompareAsync(ListFile file, ColumnMapping columns, DateOnly asOf, CancellationToken cancellationToken)
    {
        var rows = ImportComparison.Look(file).Broken.ToList();
        if (rows.Count == 0)
        {
            await foreach (var chunk in new ImportComparison(db).RunAsync(file, columns, asOf, cancellationToken))
            {
                rows.AddRange(chunk);
            }
        }

        return rows;
    }

    /// <returns>The import's number, or null and why there is none.</returns>
    private async Task<(long? Id, string Notice)> ApplyAsync(
        ImportArguments asked, byte[] content, ColumnMapping columns, DateOnly asOf, CancellationToken cancellationToken)
    {
        var claim = Guid.NewGuid();
        var by = new ContactEditor(null, "the command line");
        var import = await imports.UploadAsync(Path.GetFileName(asked.File), content, asOf, by, claim, columns, cancellationToken);
        await steps.RunAsync(import.Id, claim, cancellationToken);
        if (asked.OverwriteVerified)
        {
            await imports.DecideAsync(import.Id, null, takeFile: true, cancellationToken);
        }

        if (await imports.TakeAsync(import.Id, ImportState.Checked, ImportState.ToApply, claim, cancellationToken))
        {
            await steps.RunAsync(import.Id, claim, cancellationToken);
        }

        var after = await imports.FindAsync(import.Id, cancellationToken);
        if (after?.State == ImportState.Applied)
        {
            return (import.Id, "");
        }

        await imports.DiscardAsync(import.Id, cancellationToken);
        return (null, after?.State == ImportState.ToCheck
            ? "Somebody changed contacts in this moment, so nothing was written. Try again."
            : after?.Notice is { Length: > 0 } notice ? notice : "Nothing was written. The log says why.");
    }

    private static async Task SayAsync(
        TextWriter output, ImportArguments asked, ListFile file, ColumnMapping columns, DateOnly asOf,
        List<ContactImportRow> rows, long? applied, bool isRefused, string notice)
    {
        int Count(ImportRowKind kind) => rows.Count(r => r.Kind == kind);
        var conflicts = rows.Count(r => r.HasConflict);
        if (asked.AsJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(
                new
                {
                    File = Path.GetFileName(asked.File),
                    Encoding = file.EncodingName,
                    Separator = file.Separator.ToString(),
                    AsOf = asOf,
                    asked.DryRun,
                    Applied = applied is not null,
                    Import = applied,
                    Refused = isRefused,
                    Notice = notice,
                    Columns = columns.Headings,
                    Set = columns.Fixed,
                    Counts = new
                    {
                        New = Count(ImportRowKind.New),
                        Changed = Count(ImportRowKind.Changed),
                        Unchanged = Count(ImportRowKind.Unchanged),
                        Invalid = Count(ImportRowKind.Invalid),
                        Broken = Count(ImportRowKind.Broken),
                        Conflicts = conflicts,
                    },
                    Rows = rows.Where(r => r.Kind != ImportRowKind.Unchanged).Select(r => new
                    {
                        r.Line,
                        Kind = SnakeCase.Of(r.Kind),
                        Country = r.CountryCode,
                        Role = r.Role is { } role ? SnakeCase.Of(role) : null,
                        r.Office,
                        Contact = r.ContactId,
                        Findings = Findings(r).Select(f => new { f.Column, f.Before, f.After, f.Reason, Conflict = f.IsConflict }),
                    }),
                },
                Json));
            return;
        }

        foreach (var row in rows.Where(r => r.Kind != ImportRowKind.Unchanged))
        {
            await output.WriteLineAsync($"line {row.Line}: {SnakeCase.Of(row.Kind)}{(row.Office.Length > 0 ? $": {row.Office} ({row.CountryCode})" : "")}");
            foreach (var finding in row.Findings)
            {
                var change = row.Kind == ImportRowKind.Changed ? $"\"{finding.Before}\" -> \"{finding.After}\" " : "";
                var kept = !finding.IsConflict ? "" : asked.OverwriteVerified ? " The file is taken." : " The contact's is kept.";
                await output.WriteLineAsync($"    {finding.Column}{(finding.Column.Length > 0 ? ": " : "")}{change}{finding.Reason}{kept}");
            }
        }

        await output.WriteLineAsync(
            $"{file.EncodingName}, {(file.Separator == '\t' ? "tabs" : $"'{file.Separator}'")}: {Count(ImportRowKind.New)} new, {Count(ImportRowKind.Changed)} changed, "
            + $"{Count(ImportRowKind.Unchanged)} unchanged, {Count(ImportRowKind.Invalid) + Count(ImportRowKind.Broken)} invalid, {conflicts} verified since {asOf:yyyy-MM-dd}.");
        await output.WriteLineAsync(
            applied is not null ? $"Applied as import {applied}. It can be undone at /admin/contacts/import/{applied}."
            : notice.Length > 0 ? notice
            : isRefused ? "Nothing was changed."
            : asked.DryRun ? "A dry run: nothing was changed." : "There was nothing to change.");
    }
}

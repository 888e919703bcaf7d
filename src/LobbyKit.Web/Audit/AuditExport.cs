using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace LobbyKit.Web.Audit;

/// <summary>Writes entries out for other programs.</summary>
public sealed class AuditExport(AuditHistory history)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One row a changed field; an entry without one has a row, too. No cell runs in a spreadsheet.</summary>
    public async Task WriteCsvAsync(AuditFilter filter, Stream to, CancellationToken cancellationToken)
    {
        // With a mark at its start, by which spreadsheets know UTF-8.
        await using var writer = new StreamWriter(to, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape });
        foreach (var heading in new[] { "entry", "at_utc", "account", "by", "from", "action", "kind", "subject", "subject_name", "field", "before", "after" })
        {
            csv.WriteField(heading);
        }

        await csv.NextRecordAsync();
        await foreach (var entry in history.AllAsync(filter, cancellationToken))
        {
            foreach (var change in entry.Changes.DefaultIfEmpty(new AuditChange("", null, null)))
            {
                csv.WriteField(entry.Id);
                csv.WriteField(entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
                csv.WriteField(entry.AccountId);
                csv.WriteField(entry.ActorName);
                csv.WriteField(entry.Address);
                csv.WriteField(entry.Action.ToString());
                csv.WriteField(entry.Kind.ToString());
                csv.WriteField(entry.SubjectId);
                csv.WriteField(entry.SubjectName);
                csv.WriteField(change.Field);
                csv.WriteField(change.IsSecret ? "" : change.Before);
                csv.WriteField(change.IsSecret ? "(secret)" : change.After);
                await csv.NextRecordAsync();
            }
        }
    }

    /// <summary>One entry a line.</summary>
    public async Task WriteJsonLinesAsync(AuditFilter filter, Stream to, CancellationToken cancellationToken)
    {
        await foreach (var entry in history.AllAsync(filter, cancellationToken))
        {
            await JsonSerializer.SerializeAsync(
                to,
                new
                {
                    entry.Id,
                    entry.At,
                    entry.AccountId,
                    By = entry.ActorName,
                    From = entry.Address,
                    Action = entry.Action.ToString(),
                    Kind = entry.Kind.ToString(),
                    Subject = entry.SubjectId,
                    entry.SubjectName,
                    entry.Changes,
                    entry.Mac,
                },
                Json,
                cancellationToken);
            await to.WriteAsync("\n"u8.ToArray(), cancellationToken);
        }
    }
}

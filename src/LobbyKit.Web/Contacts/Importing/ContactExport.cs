using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>
/// Writes the contacts as an import takes them: an export that is imported again changes nothing, and right after a first start it is the
/// seeded list, byte for byte. Retired contacts, last days in office and who verified what are not in it: they are this installation's own.
/// </summary>
public sealed class ContactExport(LobbyKitDbContext db)
{
    private const int BatchSize = 1000;

    /// <param name="output">Gets UTF-8 with line feeds.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        await using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        foreach (var column in ContactColumns.All)
        {
            csv.WriteField(column.Name);
        }

        await csv.NextRecordAsync();

        // The order of the list, and after it what was made here, as it came.
        var ids = await db.Contacts.Where(c => c.RetiredAt == null).OrderBy(c => c.Position).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var batch in ids.Chunk(BatchSize).Select(b => b.ToList()))
        {
            var contacts = await db.Contacts.AsNoTracking().Include(c => c.Channels).AsSplitQuery()
                .Where(c => EF.Parameter(batch).Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
            foreach (var contact in batch.Select(contacts.GetValueOrDefault).OfType<Contact>())
            {
                var values = ContactValues.Of(contact);
                foreach (var column in ContactColumns.All)
                {
                    csv.WriteField(SpreadsheetCell.Export(column.Read(values), column));
                }

                await csv.NextRecordAsync();
            }

            await csv.FlushAsync();
        }
    }
}

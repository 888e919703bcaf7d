using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Localisation;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>
/// Writes a campaign's letters per country and day as a table to be passed on: UTF-8 with a mark, RFC 4180, cells that a spreadsheet
/// would take for a formula made harmless.
/// <para>
/// Supporters may be at risk, and one letter of one day from a small country can point to a person, so no row stands for fewer than
/// <see cref="FewestLetters"/> letters. What falls below is put together, by turns: within the country and day, with language, route and
/// state <c>other</c>; then with other countries of the day, with an empty code; what is still too little says <c>fewer than 5</c>.
/// </para>
/// </summary>
public sealed class LetterExport(LobbyKitDbContext db)
{
    public const int FewestLetters = 5;

    private const string Other = "other";

    private static readonly string[] Head = ["day", "country_code", "country", "language", "route", "state", "letters"];

    /// <summary>Streams day by day; the caller keeps the stream.</summary>
    public async Task WriteAsync(Stream stream, int campaignId, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Format, leaveOpen: true);
        await WriteRowAsync(csv, Head);
        var day = new List<LetterCount>();
        await foreach (var count in Counts(campaignId).WithCancellation(cancellationToken))
        {
            if (day.Count > 0 && day[0].Day != count.Day)
            {
                await WriteDayAsync(csv, day);
                day.Clear();
            }

            day.Add(count);
        }

        if (day.Count > 0)
        {
            await WriteDayAsync(csv, day);
        }
    }

    private static CsvConfiguration Format { get; } = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
    };

    private IAsyncEnumerable<LetterCount> Counts(int campaignId) => db.LetterCounts.AsNoTracking().Where(c => c.CampaignId == campaignId)
        .OrderBy(c => c.Day).ThenBy(c => c.CountryCode).ThenBy(c => c.Language).ThenBy(c => c.Route).ThenBy(c => c.State)
        .AsAsyncEnumerable();

    private static async Task WriteDayAsync(CsvWriter csv, List<LetterCount> counts)
    {
        var day = counts[0].Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var left = 0;
        foreach (var country in counts.GroupBy(c => c.CountryCode))
        {
            var name = CountryNames.Of(country.Key, "en");
            var few = country.Where(c => c.Letters < FewestLetters).Sum(c => c.Letters);
            foreach (var count in country.Where(c => c.Letters >= FewestLetters))
            {
                await WriteRowAsync(csv, day, country.Key, name, count.Language, SnakeCase.Of(count.Route), SnakeCase.Of(count.State), Number(count.Letters));
            }

            if (few >= FewestLetters)
            {
                await WriteRowAsync(csv, day, country.Key, name, Other, Other, Other, Number(few));
            }
            else
            {
                left += few;
            }
        }

        if (left > 0)
        {
            await WriteRowAsync(csv, day, "", "Other countries", Other, Other, Other, left < FewestLetters ? $"fewer than {FewestLetters}" : Number(left));
        }
    }

    private static async Task WriteRowAsync(CsvWriter csv, params string[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        await csv.NextRecordAsync();
    }

    private static string Number(int letters) => letters.ToString(CultureInfo.InvariantCulture);
}

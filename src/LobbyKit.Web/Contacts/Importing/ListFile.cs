using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>A CSV file, whatever its characters and separators.</summary>
public sealed class ListFile
{
    private const int MostColumns = 500;

    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly byte[] content;
    private readonly Encoding encoding;

    private ListFile(byte[] content, Encoding encoding, string encodingName)
    {
        (this.content, this.encoding, EncodingName) = (content, encoding, encodingName);
        Separator = FindSeparator();
        Headings = ReadHeadings();
    }

    public string EncodingName { get; }

    public char Separator { get; }

    /// <summary>Each is there once: a second "Phone" is "Phone (2)", one without words "Column 7".</summary>
    public IReadOnlyList<string> Headings { get; }

    /// <exception cref="BrokenListException">It is no such file; the message says why.</exception>
    public static ListFile Read(byte[] content)
    {
        var (encoding, name) = ListEncoding.Of(content);
        return new ListFile(content, encoding, name);
    }

    /// <summary>The first rows, without those that are broken.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Samples(int most) => [.. Rows().Where(r => r.Problem.Length == 0).Take(most).Select(r => r.Cells)];

    /// <summary>Reads on as one asks for more. Rows of blanks only are left out.</summary>
    internal IEnumerable<ListRow> Rows()
    {
        var badQuote = false;
        using var parser = Open(() => badQuote = true);
        parser.Read();
        for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
        {
            badQuote = false;
            var cells = parser.Record!;
            if (cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            // Quotes come in pairs; where the last one is missing, the rest of the file is one cell.
            yield return new ListRow(line, cells, parser.RawRecord.AsSpan().Count('"') % 2 != 0
                ? "The file is cut off, or a quotation mark is missing: the one that opens a cell here is never closed."
                : badQuote ? "A quotation mark stands in the middle of a cell. The cell has to be in quotation marks as a whole, and those in it doubled."
                : Ragged(cells.Length));
        }
    }

    private string Ragged(int cells) => cells == Headings.Count
        ? ""
        : $"This row has {cells} {(cells == 1 ? "column" : "columns")}, the headings are {Headings.Count}. "
            + (cells < Headings.Count ? "Is the file cut off, or a separator missing?" : "Is a cell with a separator in it without quotation marks?");

    private CsvParser Open(Action onBadQuote) => new(
        new StreamReader(new MemoryStream(content), encoding),
        new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Separator.ToString(),
            IgnoreBlankLines = false,
            BadDataFound = _ => onBadQuote(),
        });

    /// <summary>The one that the headings have most of, outside quotation marks.</summary>
    private char FindSeparator()
    {
        using var reader = new StreamReader(new MemoryStream(content), encoding);
        var counts = new int[Separators.Length];
        var quoted = false;
        for (var next = reader.Read(); next >= 0 && (quoted || next is not ('\n' or '\r')); next = reader.Read())
        {
            quoted ^= next == '"';
            if (!quoted && Array.IndexOf(Separators, (char)next) is >= 0 and var at)
            {
                counts[at]++;
            }
        }

        return counts.Max() is 0
            ? throw new BrokenListException(
                "The first line has one column only. It has to hold the headings, with commas, semicolons or tabs between them.")
            : Separators[Array.IndexOf(counts, counts.Max())];
    }

    private IReadOnlyList<string> ReadHeadings()
    {
        var badQuote = false;
        using var parser = Open(() => badQuote = true);
        if (!parser.Read() || badQuote || parser.RawRecord.AsSpan().Count('"') % 2 != 0)
        {
            throw new BrokenListException("The headings on the first line cannot be read: a quotation mark is missing, or stands where none can.");
        }

        var cells = parser.Record!;
        if (badQuote || cells.Length > MostColumns)
        {
            throw new BrokenListException($"The headings on the first line cannot be read: there are {cells.Length} of them.");
        }

        var headings = new List<string>();
        for (var i = 0; i < cells.Length; i++)
        {
            var name = Infrastructure.Forms.TypedText.Line(cells[i]) is { Length: > 0 } text ? text[..Math.Min(text.Length, 100)] : $"Column {i + 1}";
            var times = headings.Count(h => h == name || h.StartsWith($"{name} (", StringComparison.Ordinal));
            headings.Add(times == 0 ? name : $"{name} ({times + 1})");
        }

        return headings;
    }
}

using LobbyKit.Web.Infrastructure.Forms;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>Makes values of a file's cells: everyday spellings of countries, languages and names become ours.</summary>
internal sealed class ListReading
{
    private readonly ColumnMapping columns;
    private readonly List<(ContactColumn Column, int At)> places;
    private readonly Dictionary<string, string> countries = [];
    private readonly Dictionary<string, string> languages = [];

    public ListReading(IReadOnlyList<string> headings, ColumnMapping columns)
    {
        this.columns = columns;
        var at = headings.Select((heading, i) => (heading, i)).ToDictionary(h => h.heading, h => h.i);
        places = [.. columns.Headings.Select(h => (ContactColumns.Named(h.Key), at[h.Value]))];
    }

    /// <summary>Whether the file has a say in it.</summary>
    public bool Says(ContactColumn column) => columns.Headings.ContainsKey(column.Name) && !(column.Name == "country" && !columns.Headings.ContainsKey("country_code"));

    /// <summary>Cells that a spreadsheet would run.</summary>
    public IEnumerable<ImportFinding> Formulas(ListRow row) =>
        from place in places
        let cell = row.Cells[place.At]
        where SpreadsheetCell.IsFormula(cell, place.Column)
        select new ImportFinding(
            place.Column.Name, "", cell.Length <= 100 ? cell : cell[..100] + "…",
            "This cell is a formula for spreadsheets: it begins with =, +, -, @ or a tab. Write the text itself, or put an apostrophe in front of it.");

    /// <summary>What the file says, tidied; an empty text for what it does not.</summary>
    public ContactValues Values(ListRow row)
    {
        var values = new ContactValues();
        foreach (var (column, at) in places)
        {
            values = column.Write(values, SpreadsheetCell.Import(row.Cells[at]));
        }

        values = values with
        {
            CountryCode = Country(values.CountryCode.Length > 0 ? values.CountryCode : columns.Headings.ContainsKey("country_code") ? "" : values.CountryName),
            G20Status = Name(values.G20Status),
            Role = Name(values.Role),
            Confidence = Name(values.Confidence),
            Languages = string.Join(';', ContactRules.Tags(values.Languages).Select(Language)),
        };
        return ContactRules.Tidy(values);
    }

    /// <summary>What the contact would have: the file's values over its own; what holds for all rows only where there is neither.</summary>
    /// <param name="file">See <see cref="Values"/>.</param>
    /// <param name="existing">Null for a new office.</param>
    public ContactValues Over(ContactValues file, ContactValues? existing)
    {
        var target = file;
        foreach (var column in ContactColumns.All)
        {
            var own = existing is null ? "" : column.Read(existing);
            var said = Says(column) ? column.Read(file) : column.Field == nameof(ContactValues.CountryCode) ? file.CountryCode : null;
            // What every office has to have is not taken away by an empty cell.
            var value = said is null or "" && (said is null || column.Fixed || column.Field == nameof(ContactValues.CountryName))
                ? own.Length > 0 ? own : column.Fixed ? Fixed(column.Name) : ""
                : said;
            target = column.Write(target, value!);
        }

        // What holds for all rows is as it was typed.
        return existing is null ? ContactRules.Tidy(target) : target;
    }

    /// <summary>Country, role and office, by which the row is known.</summary>
    public ContactValues Key(ContactValues file) => file with
    {
        CountryCode = file.CountryCode.Length > 0 ? file.CountryCode : Fixed("country_code"),
        Role = file.Role.Length > 0 ? file.Role : Fixed("role"),
    };

    private string Fixed(string name) => columns.Fixed.GetValueOrDefault(name, "");

    private string Country(string text)
    {
        var typed = TypedText.Line(text);
        if (typed.Length == 0 || Countries.IsCode(typed.ToUpperInvariant()))
        {
            return typed.ToUpperInvariant();
        }

        if (!countries.TryGetValue(typed, out var code))
        {
            countries[typed] = code = Countries.Named(typed) ?? typed;
        }

        return code;
    }

    // "Head of government" is head_of_government.
    private static string Name(string text) => FoldedText.Of(text).ToLowerInvariant().Replace(' ', '_');

    private string Language(string text)
    {
        if (!languages.TryGetValue(text, out var tag))
        {
            languages[text] = tag = LanguageTag.TryRead(text, out var read) ? read : LanguageTag.ByName(text) ?? text;
        }

        return tag;
    }
}

using LobbyKit.Web.Contacts;
using LobbyKit.Web.Contacts.Importing;

namespace LobbyKit.Web.Pages.Admin.Contacts.Import;

/// <summary>How the pages of imports call things.</summary>
public static class ImportWords
{
    private static readonly Dictionary<string, string> Labels = ContactForm.Labels.ToDictionary(l => l.Field, l => l.Label);

    /// <summary>A column as the form of a contact labels it; of an unknown one, its own name.</summary>
    public static string Label(string column) => !ContactColumns.IsName(column) ? column
        : ContactColumns.Named(column).Field is nameof(ContactValues.CountryName) ? "Country’s name"
        : Labels[ContactColumns.Named(column).Field];

    public static string Of(ImportRowKind kind) => kind switch
    {
        ImportRowKind.New => "New",
        ImportRowKind.Changed => "Changed",
        ImportRowKind.Unchanged => "Unchanged",
        ImportRowKind.Invalid => "Invalid",
        _ => "Broken",
    };

    public static string Of(ContactImport import) => import.State switch
    {
        ImportState.Uploaded => "Columns to be chosen",
        ImportState.ToCheck => "Being compared",
        ImportState.Refused => "Refused",
        ImportState.Checked => "Dry run to be looked at",
        ImportState.ToApply => "Being applied",
        ImportState.Applied => "Applied",
        ImportState.ToUndo => "Being undone",
        _ => "Undone",
    };

    public static string Separator(char separator) => separator switch { ',' => "commas", ';' => "semicolons", _ => "tabs" };

    public static string Size(long bytes) => bytes < 1024 * 1024 ? $"{(bytes + 1023) / 1024:N0} KB" : $"{bytes / (1024d * 1024):N1} MB";

    /// <summary>What a row's value is, or that there is none.</summary>
    public static string Value(string value) => value.Length > 0 ? value : "nothing";
}

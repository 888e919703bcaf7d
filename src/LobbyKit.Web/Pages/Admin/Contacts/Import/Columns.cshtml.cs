using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Contacts.Importing;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Admin.Contacts.Import;

/// <summary>Which of the file's columns is what: guessed or remembered, and chosen.</summary>
public sealed class ColumnsModel(ContactImports imports, OwnAccount own) : ImportPageModel(imports, own)
{
    private const int SampleRows = 4;
    private const int LongestSample = 60;

    /// <summary>The file's heading, by our name of the column; empty for what is not in it.</summary>
    [BindProperty]
    public Dictionary<string, string?> Columns { get; set; } = [];

    /// <summary>What holds for rows that say nothing, by our name of the column.</summary>
    [BindProperty]
    public Dictionary<string, string?> Fixed { get; set; } = [];

    public ListFile List { get; private set; } = null!;

    public IReadOnlyList<IReadOnlyList<string>> Samples { get; private set; } = [];

    public IEnumerable<(string Value, string Text)> Headings => List.Headings.Select(h => (h, h)).Prepend(("", "Not in the file"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Columns = Import.Columns.Headings.ToDictionary(h => h.Key, h => (string?)h.Value);
        Fixed = Import.Columns.Fixed.ToDictionary(f => f.Key, f => (string?)f.Value);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsOwn || await Imports.FileAsync(ImportId, cancellationToken) is not { } file)
        {
            return Missed();
        }

        ModelState.Clear();
        var chosen = new ColumnMapping(Said(Columns, _ => true), Said(Fixed, name => ContactColumns.Named(name).Fixed));
        foreach (var (name, problem) in chosen.Problems(file.Headings))
        {
            ModelState.AddModelError($"Columns[{name}]", problem);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancellationToken);
        }

        return await Imports.CheckAsync(Import, file, chosen, cancellationToken) ? ToStep() : Missed();
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        if (!await Imports.DiscardAsync(ImportId, cancellationToken))
        {
            return Missed();
        }

        TempData["Done"] = "The file is forgotten. Nothing was changed.";
        return RedirectToPage("Index");
    }

    /// <summary>Answers that hold for the whole file.</summary>
    public static IEnumerable<(string Value, string Text)> Answers(ContactColumn column) => (column.Field switch
    {
        nameof(ContactValues.CountryCode) => ContactForm.Countries.Skip(1),
        nameof(ContactValues.Role) => ContactForm.Roles,
        nameof(ContactValues.G20Status) => ContactForm.G20Statuses,
        _ => ContactForm.Confidences,
    }).Prepend(("", "No answer: such rows are invalid"));

    public static string Short(string cell) => cell.Length <= LongestSample ? cell : cell[..LongestSample] + "…";

    // One can come back to the columns as long as nothing is applied.
    protected override bool IsAt(ImportState state) => state is ImportState.Uploaded or ImportState.Checked or ImportState.Refused;

    private static Dictionary<string, string> Said(Dictionary<string, string?> answers, Func<string, bool> isAsked) => answers
        .Select(a => (a.Key, Value: TypedText.Line(a.Value)))
        .Where(a => a.Value.Length > 0 && ContactColumns.IsName(a.Key) && isAsked(a.Key))
        .ToDictionary(a => a.Key, a => a.Value);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await Imports.FileAsync(ImportId, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        List = file;
        Samples = file.Samples(SampleRows);
        return Page();
    }
}

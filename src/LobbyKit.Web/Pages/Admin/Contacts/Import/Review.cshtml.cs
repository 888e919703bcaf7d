using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts.Importing;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Admin.Contacts.Import;

/// <summary>The dry run, row by row; and the button that makes it true.</summary>
public sealed class ReviewModel(ContactImports imports, OwnAccount own) : ImportPageModel(imports, own)
{
    /// <summary>The rows of a kind, "decide" for those that somebody has to decide on, nothing for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyDictionary<ImportRowKind, int> Counts { get; private set; } = new Dictionary<ImportRowKind, int>();

    public (int All, int TakeFile) Conflicts { get; private set; }

    public IReadOnlyList<ContactImportRow> Rows { get; private set; } = [];

    public int Pages { get; private set; }

    /// <summary>Rows that would be written.</summary>
    public int Acting => Count(ImportRowKind.New) + Count(ImportRowKind.Changed);

    public bool OnlyConflicts => Show == "decide";

    private ImportRowKind? Kind => Enum.TryParse<ImportRowKind>(Show, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    public int Count(ImportRowKind kind) => Counts.GetValueOrDefault(kind);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Counts = await Imports.CountAsync(ImportId, cancellationToken);
        Conflicts = await Imports.ConflictsAsync(ImportId, cancellationToken);
        var total = OnlyConflicts ? Conflicts.All : Kind is { } kind ? Count(kind) : Counts.Values.Sum();
        Pages = Math.Max(1, (total + ContactImports.PageSize - 1) / ContactImports.PageSize);
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        Rows = await Imports.RowsAsync(ImportId, Kind, OnlyConflicts, PageNumber, cancellationToken);
    }

    /// <param name="choice">Rows of the page: "keep" for the contact, "take" for the file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IActionResult> OnPostDecideAsync(Dictionary<long, string?> choice, CancellationToken cancellationToken)
    {
        if (!IsOwn)
        {
            return Missed();
        }

        await Imports.DecideAsync(ImportId, [.. choice.Where(c => c.Value == "keep").Select(c => c.Key)], takeFile: false, cancellationToken);
        await Imports.DecideAsync(ImportId, [.. choice.Where(c => c.Value == "take").Select(c => c.Key)], takeFile: true, cancellationToken);
        TempData["Done"] = "Your choices are kept.";
        return RedirectToPage(new { import = ImportId, show = Show, p = PageNumber });
    }

    public async Task<IActionResult> OnPostDecideAllAsync(bool takeFile, CancellationToken cancellationToken)
    {
        if (!IsOwn)
        {
            return Missed();
        }

        await Imports.DecideAsync(ImportId, null, takeFile, cancellationToken);
        TempData["Done"] = takeFile ? "The file is taken for all of them." : "What an admin verified is kept for all of them.";
        return RedirectToPage(new { import = ImportId, show = Show });
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellationToken) =>
        await Imports.ApplyAsync(Import, Editor, cancellationToken) ? ToStep() : Missed();

    protected override bool IsAt(ImportState state) => state is ImportState.Checked or ImportState.Refused;
}

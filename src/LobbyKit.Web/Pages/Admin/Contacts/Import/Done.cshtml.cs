using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts.Importing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Admin.Contacts.Import;

/// <summary>What an import did, and its undoing.</summary>
public sealed class DoneModel(ContactImports imports, OwnAccount own) : ImportPageModel(imports, own)
{
    public const int MostShown = 100;

    public IReadOnlyDictionary<ImportRowKind, int> Counts { get; private set; } = new Dictionary<ImportRowKind, int>();

    /// <summary>Contacts that were changed after the import.</summary>
    public IReadOnlyList<ContactImportRow> ChangedSince { get; private set; } = [];

    public int ChangedCount { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Counts = await Imports.CountAsync(ImportId, cancellationToken);
        ChangedCount = await Imports.ChangedSince(ImportId).CountAsync(cancellationToken);
        ChangedSince = await Imports.ChangedSince(ImportId).OrderBy(r => r.Id).Take(MostShown).ToListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(bool leaveChanged, CancellationToken cancellationToken) =>
        await Imports.UndoAsync(ImportId, leaveChanged, Editor, cancellationToken) ? ToStep() : Missed();

    protected override bool IsAt(ImportState state) => state is ImportState.Applied or ImportState.Undone;
}

using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts.Importing;

namespace LobbyKit.Web.Pages.Admin.Contacts.Import;

/// <summary>How far the step under way is. Leads on to the next page when it is done.</summary>
public sealed class ProgressModel(ContactImports imports, OwnAccount own) : ImportPageModel(imports, own)
{
    public int Percent => Import.Total == 0 ? 0 : (int)(100L * Import.Done / Import.Total);

    public void OnGet()
    {
    }

    protected override bool IsAt(ImportState state) => state is ImportState.ToCheck or ImportState.ToApply or ImportState.ToUndo;
}

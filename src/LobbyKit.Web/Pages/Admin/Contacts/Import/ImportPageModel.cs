using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Contacts.Importing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Contacts.Import;

/// <summary>A page about one import. Who comes to one that is at another step by now is led there.</summary>
public abstract class ImportPageModel(ContactImports imports, OwnAccount own) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "import")]
    public long ImportId { get; set; }

    public ContactImport Import { get; private set; } = null!;

    /// <summary>Whether the visitor may go on with it: who uploaded a file answers for it.</summary>
    public bool IsOwn { get; private set; }

    protected ContactImports Imports => imports;

    protected ContactEditor Editor { get; private set; } = null!;

    /// <summary>The steps that this page is for.</summary>
    protected abstract bool IsAt(ImportState state);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await imports.FindAsync(ImportId, HttpContext.RequestAborted) is not { } import)
        {
            context.Result = NotFound();
            return;
        }

        Import = import;
        Editor = await ContactPageModel.EditorAsync(own, User);
        IsOwn = import.UploadedById == Editor.AccountId;
        if (!IsAt(import.State))
        {
            context.Result = LeadTo(StepOf(import.State));
            return;
        }

        await next();
    }

    /// <summary>Where the import is now.</summary>
    protected IActionResult ToStep() => LeadTo("Progress");

    /// <summary>The same, with word that somebody else was quicker.</summary>
    protected IActionResult Missed()
    {
        TempData["Done"] = "Nothing was done: this import is at another step by now.";
        return ToStep();
    }

    private RedirectToPageResult LeadTo(string page) => RedirectToPage($"/Admin/Contacts/Import/{page}", new { import = ImportId });

    private static string StepOf(ImportState state) => state switch
    {
        ImportState.Uploaded => "Columns",
        ImportState.Checked or ImportState.Refused => "Review",
        ImportState.Applied or ImportState.Undone => "Done",
        _ => "Progress",
    };
}

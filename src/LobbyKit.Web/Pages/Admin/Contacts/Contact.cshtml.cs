using System.Globalization;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Admin.Contacts;

/// <summary>All there is to know of one contact, and what is done with it as a whole.</summary>
public sealed class ContactModel(
    LobbyKitDbContext db, ContactEditing editing, ContactLeaving leaving, AddressChanges changes, ContactSearch search, OfficeLetters letters, OfficeProofs proofs,
    AddressFailures failures, AuditHistory audit, OwnAccount own, TimeProvider clock) : ContactPageModel(db, own)
{
    private readonly LobbyKitDbContext db = db;

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? LastDay { get; set; }

    public IReadOnlyList<AddressChange> Changes { get; private set; } = [];

    public IReadOnlyList<OfficeMonth> Months { get; private set; } = [];

    public IReadOnlyList<OfficeProof> Proofs { get; private set; } = [];

    /// <summary>Every change of it, with what was before and after.</summary>
    public IReadOnlyList<AuditEntry> History { get; private set; } = [];

    public Contact? MergedInto { get; private set; }

    public int WaitingLetters { get; private set; }

    public bool IsBouncing { get; private set; }

    /// <summary>Offices that its letters could go to.</summary>
    public IReadOnlyList<Contact> Successors { get; private set; } = [];

    public string? LettersError => ModelState.TryGetValue("Letters", out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    /// <summary>Letters in a row that the e-mail address did not take, and the last of those failures.</summary>
    public (int Letters, AddressFailure? Last) Failures { get; private set; }

    public DateTime StaleBefore => search.StaleBefore;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Changes = await changes.OfAsync(Id, cancellationToken);
        History = await audit.OfAsync(AuditKind.Contact, Id, cancellationToken);
        Months = await letters.MonthsAsync(Id, cancellationToken);
        WaitingLetters = await letters.WaitingAsync(Id, cancellationToken);
        Successors = WaitingLetters > 0 && Contact.RetiredAt is null ? await leaving.SuccessorsAsync(Contact, cancellationToken) : [];
        Failures = await failures.OfAsync(db, Contact, cancellationToken);
        IsBouncing = await letters.IsBouncingAsync(Id, cancellationToken);
        Proofs = Contact.RetiredAt is null ? await proofs.ShowAsync(Contact, cancellationToken) : [];
        MergedInto = await db.Contacts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == Contact.MergedIntoId, cancellationToken);
    }

    public Task<IActionResult> OnPostStopAsync(CancellationToken cancellationToken) =>
        AfterAsync(editing.StopEmailAsync(Id, Revision, cancellationToken), "Nothing more is sent to the e-mail address.", cancellationToken);

    public async Task<IActionResult> OnPostEndPersonAsync(CancellationToken cancellationToken)
    {
        if (!DateOnly.TryParseExact(LastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            ModelState.AddModelError(nameof(LastDay), "Enter the last day as a date, such as 2026-01-31.");
            await OnGetAsync(cancellationToken);
            return Page();
        }

        return await AfterAsync(
            editing.EndPersonAsync(Id, Revision, day, cancellationToken), $"Letters name {Contact.PersonName} until {ContactWords.Day(day)}.", cancellationToken);
    }

    /// <param name="letters">"end", or the id of the office that they go to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IActionResult> OnPostRetireAsync(string? letters, CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        if (WaitingLetters > 0 && string.IsNullOrEmpty(letters))
        {
            ModelState.AddModelError("Letters", "Say what becomes of the letters that wait.");
            return Page();
        }

        int? successor = int.TryParse(letters, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        return await AfterAsync(
            leaving.RetireAsync(Id, Revision, successor, await EditorAsync(), cancellationToken),
            "The contact is retired. Supporters no longer see it." + (WaitingLetters == 0 ? "" : successor is not null ? " Its letters go to the other office." : " Its letters are ended; their receipts say so."),
            cancellationToken);
    }

    public Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellationToken) =>
        AfterAsync(leaving.RestoreAsync(Id, Revision, cancellationToken), "The contact is back in the list.", cancellationToken);

    private async Task<IActionResult> AfterAsync(Task<ContactSaved> change, string done, CancellationToken cancellationToken)
    {
        if ((await change).Outcome == ContactOutcome.Done)
        {
            TempData["Done"] = done;
            return RedirectToPage(new { Id });
        }

        ModelState.AddModelError("", "Somebody else changed this contact meanwhile. Nothing was done: look at it again, as it is now.");
        await ReadAsync(cancellationToken);
        await OnGetAsync(cancellationToken);
        return Page();
    }
}

using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Letters;

public sealed class EditModel(
    CampaignAccess access, LetterEditing editing, LetterProofs proofs, TestLetters tests, ContactDirectory contacts, TimeProvider clock)
    : LetterPageModel(access, editing)
{
    private readonly LetterEditing editing = editing;

    [BindProperty]
    public EditForm Form { get; set; } = new();

    /// <summary>What was just done: saved, published or unchanged.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public LetterSource? Source { get; private set; }

    public IReadOnlyDictionary<string, IReadOnlyList<Contact>> Offices { get; private set; } = new Dictionary<string, IReadOnlyList<Contact>>();

    public IReadOnlyList<LetterProblem> Problems { get; private set; } = [];

    public LetterProof? Proof { get; private set; }

    /// <summary>The other one's version beside this one's text.</summary>
    public ComparisonView? Conflict { get; private set; }

    /// <summary>What keeps the version from being published.</summary>
    public IReadOnlyList<string> Obstacles { get; private set; } = [];

    public string Message { get; private set; } = "";

    public bool IsWarning { get; private set; }

    public int AccountId => CampaignAccess.AccountId(User);

    public DateTime Today => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whether the form holds what the latest version holds.</summary>
    public bool IsSaved => (Form.Subject ?? "") == Latest.Subject && (Form.Body ?? "").ReplaceLineEndings("\n") == Latest.Body;

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Form = new EditForm { Subject = Latest.Subject, Body = Latest.Body, StartedFrom = Latest.Number };
        Message = Done switch
        {
            "saved" => $"Version {Latest.Number} is saved. {(Published is null ? "It is not published yet." : $"Supporters still get version {Published.Number}.")}",
            "published" when Published is not null => $"Version {Published.Number} is published: supporters get it from now on.",
            "unchanged" => $"Nothing has changed since version {Latest.Number}.",
            _ => "",
        };
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await SaveAsync(cancellationToken) is { } saved
            ? RedirectToPage("Edit", null, new { Id, TemplateId, done = saved.Outcome == LetterSaveOutcome.Saved ? "saved" : "unchanged" })
            : Page();

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken)
    {
        if (await SaveAsync(cancellationToken) is not { } saved)
        {
            return Page();
        }

        Letter = (await editing.FindAsync(Campaign.Id, Letter.Id, cancellationToken))!;
        Obstacles = await editing.PublishAsync(Campaign, Letter, saved.Version!.Number, cancellationToken);
        if (Obstacles.Count == 0)
        {
            return RedirectToPage("Edit", null, new { Id, TemplateId, done = "published" });
        }

        StartFromLatest();
        Warn($"Version {Latest.Number} is saved, but not published:");
        await ShowAsync(cancellationToken);
        return Page();
    }

    /// <summary>The button for those without JavaScript: saves nothing.</summary>
    public Task OnPostPreviewAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task OnPostAnotherAsync(CancellationToken cancellationToken)
    {
        TakeSample(Form.Seed + 1);
        return ShowAsync(cancellationToken);
    }

    /// <summary>Problems and preview while typing, as a piece of the page.</summary>
    public async Task<IActionResult> OnPostLiveAsync(bool another, CancellationToken cancellationToken)
    {
        if (another)
        {
            TakeSample(Form.Seed + 1);
        }

        await ShowAsync(cancellationToken);
        return Partial("_Live", this);
    }

    /// <summary>Shows the page again instead of leaving it, so that unsaved text stays.</summary>
    public async Task OnPostTestAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (Proof is null)
        {
            return;
        }

        var email = (await AccountAsync(cancellationToken)).Email ?? "";
        var saved = new PublishedLetter(Latest.Id, Letter.Language, Letter.CountryCode, Latest.Subject, Latest.Body);
        var result = await tests.SendAsync(Campaign, Proof.Contact, Proof.CountryCode, saved, Latest.Number, Form.ToSample(), email, cancellationToken);
        IsWarning = result != TestLetterResult.Sent;
        Message = result switch
        {
            TestLetterResult.Sent when IsSaved => $"A test of version {Latest.Number} is on its way to {email}.",
            TestLetterResult.Sent => $"A test of version {Latest.Number} is on its way to {email}. What you changed since is not in it: save it first.",
            TestLetterResult.IsOffice => $"{email} is the address of an office. Tests never go to a government.",
            TestLetterResult.HasProblems => $"Version {Latest.Number} has problems; nothing was sent.",
            _ => "Your account has no address that mail can be sent to.",
        };
    }

    private async Task<LetterSaved?> SaveAsync(CancellationToken cancellationToken)
    {
        var edit = Form.ToEdit(await AuthorAsync(cancellationToken));
        var saved = await editing.SaveAsync(Campaign, Letter, edit, cancellationToken);
        if (saved.Outcome != LetterSaveOutcome.SomebodySaved)
        {
            return saved;
        }

        Letter = (await editing.FindAsync(Campaign.Id, Letter.Id, cancellationToken))!;
        Conflict = ComparisonView.Of($"Version {Latest.Number}", (Latest.Subject, Latest.Body), "Your text", (edit.Subject, edit.Body), Letter.Language);
        Warn($"Not saved yet: {LetterText.Author(Latest.CreatedBy)} saved version {Latest.Number} at {LetterText.Time(Latest.CreatedAt)}, "
            + $"while you were writing from version {edit.StartedFrom}. Nothing of yours is lost.");
        StartFromLatest();
        await ShowAsync(cancellationToken);
        return null;
    }

    // The next save is a deliberate one: the page has shown what there is.
    private void StartFromLatest()
    {
        Form.StartedFrom = Latest.Number;
        ModelState.Remove("Form.StartedFrom");
    }

    private void Warn(string message) => (Message, IsWarning) = (message, true);

    private void TakeSample(int seed)
    {
        Form.Take(LetterSamples.Make(Form.SampleLanguage ?? "en", seed));
        foreach (var name in new[] { "Name", "Place", "Message", "Seed" })
        {
            ModelState.Remove($"Form.{name}");
        }
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        if (Form.Country is null || !Countries.All.Contains(Form.Country))
        {
            Form.Country = SampleChoice.Country(Campaign, Letter);
            Form.SampleLanguage = LetterSamples.Nearest(Letter.Language, Form.Country);
            TakeSample(1);
        }

        var edit = Form.ToEdit("");
        Source = await editing.SourceAsync(Campaign, Letter, cancellationToken);
        Offices = await contacts.AllOfficesAsync(Campaign, cancellationToken);
        Problems = LetterProblem.Of(edit.Subject, edit.Body);
        if (await proofs.OfficeAsync(Campaign, Form.Country, Form.Office, cancellationToken) is { } office)
        {
            var unsaved = new PublishedLetter(0, Letter.Language, Letter.CountryCode, edit.Subject, edit.Body);
            Proof = await proofs.ShowAsync(Campaign, office, Form.Country, unsaved, Form.ToSample(), cancellationToken);
        }
    }
}

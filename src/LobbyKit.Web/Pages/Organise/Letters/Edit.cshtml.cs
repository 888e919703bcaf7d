using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Letters;

public sealed class EditModel(CampaignAccess access, LetterEditing editing, EditorViews views, TestLetters tests) : LetterPageModel(access, editing)
{
    private readonly LetterEditing editing = editing;

    [BindProperty]
    public EditForm Form { get; set; } = new();

    /// <summary>What was just done: saved, published or unchanged.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public EditorView View { get; private set; } = EditorView.Empty;

    public EditorMessage Message { get; private set; } = EditorMessage.None;

    /// <summary>The other one's version beside this one's text.</summary>
    public ComparisonView? Conflict { get; private set; }

    /// <summary>What keeps the version from being published.</summary>
    public IReadOnlyList<string> Obstacles { get; private set; } = [];

    public int AccountId => CampaignAccess.AccountId(User);

    /// <summary>Whether the form holds what the latest version holds.</summary>
    public bool IsSaved => (Form.Subject ?? "") == Latest.Subject && (Form.Body ?? "").ReplaceLineEndings("\n") == Latest.Body;

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Form = new EditForm { Subject = Latest.Subject, Body = Latest.Body, StartedFrom = Latest.Number };
        Message = EditorMessage.Done(Done, Latest, Published);
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
        Message = EditorMessage.NotPublished(Latest);
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
        if (View.Proof is not { } proof)
        {
            return;
        }

        var email = (await AccountAsync(cancellationToken)).Email ?? "";
        var saved = new PublishedLetter(Latest.Id, Letter.Language, Letter.CountryCode, Latest.Subject, Latest.Body);
        var result = await tests.SendAsync(Campaign, proof.Contact, proof.CountryCode, saved, Latest.Number, Form.ToSample(), email, cancellationToken);
        Message = EditorMessage.Tested(result, Latest, IsSaved, email);
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
        Message = EditorMessage.SomebodySaved(Latest, edit.StartedFrom);
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

        View = await views.ShowAsync(Campaign, Letter, Form, cancellationToken);
    }
}

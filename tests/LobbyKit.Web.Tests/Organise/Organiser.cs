using System.Text.RegularExpressions;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Organise;

/// <summary>Somebody who makes campaigns, in a browser without JavaScript.</summary>
internal sealed partial class Organiser : IDisposable
{
    private static int made;

    private readonly TestApplication application;

    private Organiser(TestApplication application, string email) => (this.application, Email, Browser) = (application, email, new Visitor(application));

    public string Email { get; }

    public Visitor Browser { get; }

    /// <summary>The campaign that was made last.</summary>
    public int CampaignId { get; private set; }

    public string Workspace => $"/en/organise/campaigns/{CampaignId}";

    public static async Task<Organiser> SignInAsync(TestApplication application, params int[] campaignIds)
    {
        var organiser = new Organiser(application, $"organiser{Interlocked.Increment(ref made)}@campaign.example");
        await application.AddAccountAsync(AccountRoles.Organiser, organiser.Email, campaignIds);
        organiser.CampaignId = campaignIds.FirstOrDefault();
        await organiser.Browser.OpenAsync("/en/account/sign-in");
        organiser.Browser.Fill("E-mail address", organiser.Email);
        organiser.Browser.Fill("Password", TestApplication.Password);
        await organiser.Browser.PressAsync("Sign in");
        return organiser;
    }

    /// <summary>A colleague on the team of the same campaign.</summary>
    public Task<Organiser> ColleagueAsync() => SignInAsync(application, CampaignId);

    /// <summary>A draft for an event in a month.</summary>
    public async Task MakeCampaignAsync(string title)
    {
        await Browser.OpenAsync("/en/organise/campaigns/new");
        FillInNew(title);
        await Browser.PressAsync("Make the draft");
        TakeCampaign();
    }

    public void FillInNew(string title)
    {
        Browser.Fill("Title", title);
        Browser.Fill("Event", "Water Summit");
        Browser.Fill("Place of the event (you may leave it empty)", "Geneva");
        Browser.Fill("First day", "2026-12-20");
        Browser.Fill("Last day", "2026-12-21");
        Browser.Fill("Time zone of the place", "Europe/Zurich");
    }

    /// <summary>The campaign is the one in the browser's address.</summary>
    public void TakeCampaign() => CampaignId = Address().Match(Browser.Address).Groups[1] is { Success: true } id
        ? int.Parse(id.Value, System.Globalization.CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"{Browser.Address} is no campaign's. It says: {Browser.MainText}");

    public Task OpenAsync(string page) => Browser.OpenAsync($"{Workspace}/{page}");

    /// <summary>Begins a letter and publishes it.</summary>
    public async Task WriteLetterAsync(string language, string subject, string body)
    {
        await OpenAsync("letters");
        Browser.Fill("Language", language);
        await Browser.PressAsync("Begin the letter");
        Browser.Fill("Subject", subject);
        Browser.Fill("Letter", body);
        await Browser.PressAsync("Save and publish");
    }

    /// <summary>A campaign that supporters can write for.</summary>
    public async Task OpenCampaignAsync(string title)
    {
        await MakeCampaignAsync(title);
        await WriteLetterAsync("English", "Clean water", "{{ contact.salutation }},\n\nplease speak up.\n\n{{ personal_message }}\n\n{{ supporter.name }}");
        await OpenAsync("publish");
        await Browser.PressAsync("Publish anyway");
    }

    public Task<Campaign> CampaignAsync() => application.WithDatabaseAsync(db => db.Campaigns.AsNoTracking().Include(c => c.Texts).Include(c => c.Organisations)
        .Include(c => c.LetterTemplates).ThenInclude(t => t.Versions).AsSplitQuery().SingleAsync(c => c.Id == CampaignId));

    public Task ChangeAsync(Action<Campaign> change) => application.ChangeDatabaseAsync(async db =>
        change(await db.Campaigns.Include(c => c.Texts).Include(c => c.LetterTemplates).ThenInclude(t => t.Versions).AsSplitQuery().SingleAsync(c => c.Id == CampaignId)));

    public void Dispose() => Browser.Dispose();

    [GeneratedRegex("/organise/campaigns/([0-9]+)")]
    private static partial Regex Address();
}

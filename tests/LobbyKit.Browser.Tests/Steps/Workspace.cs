using LobbyKit.Web.Accounts;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Browser.Tests.Steps;

/// <summary>The organisers' and admins' side, for somebody with an account.</summary>
internal sealed class Workspace(Visitor visitor)
{
    private static int born;

    public ILocator Email => visitor.Page.GetByLabel("E-mail address", new() { Exact = true });

    public ILocator Password => visitor.Page.GetByLabel("Password", new() { Exact = true });

    /// <summary>The id of the sample campaign.</summary>
    public static Task<int> SampleAsync(TestApplication application) =>
        application.WithDatabaseAsync(db => db.Campaigns.Where(c => c.Slug == "keep-hope-alive").Select(c => c.Id).SingleAsync());

    /// <summary>The id of the sample campaign's letter in a language.</summary>
    public static Task<int> LetterAsync(TestApplication application, string language) =>
        application.WithDatabaseAsync(db => db.LetterTemplates
            .Where(t => t.Language == language && t.CountryCode == "" && db.Campaigns.Any(c => c.Id == t.CampaignId && c.Slug == "keep-hope-alive"))
            .Select(t => t.Id).SingleAsync());

    public static string NewAddress(string name) => $"{name}.{Interlocked.Increment(ref born)}@desk.example";

    /// <summary>A new account signs in through the page.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> SignInAsync(TestApplication application, string role, params int[] campaignIds)
    {
        var address = NewAddress(role == AccountRoles.Admin ? "admin" : "organiser");
        await application.AddAccountAsync(role, address, campaignIds);
        await visitor.GoAsync($"{visitor.Address}/en/account/sign-in");
        await SignInAsync(address);
        await Expect(visitor.Heading("Campaigns")).ToBeVisibleAsync();
        return address;
    }

    /// <summary>Fills in the sign-in form that is open.</summary>
    public async Task SignInAsync(string address)
    {
        await Email.FillAsync(address);
        await Password.FillAsync(TestApplication.Password);
        await visitor.Button("Sign in").ClickAsync();
    }

    public async Task SignOutAsync()
    {
        await visitor.Button("Sign out").First.ClickAsync();
        await Expect(visitor.Button("Sign out")).ToHaveCountAsync(0);
    }

    public Task OpenAsync(string path) => visitor.GoAsync($"{visitor.Address}/en/{path}");
}

using System.Net;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Accounts;

public sealed class InvitationTests
{
    private const string Invite = "/en/admin/people/invite";

    [Fact]
    public async Task An_invited_organiser_makes_an_account_and_is_on_the_team()
    {
        await using var application = new TestApplication();
        using var admin = await AdminAsync(application);
        var campaignId = await CampaignIdAsync(application);
        using var olga = application.NewClient();
        using var late = application.NewClient();

        var invited = await admin.SubmitAsync(Invite, null, ("Email", "olga@campaign.example"), ("Role", "Organiser"), ("CampaignId", $"{campaignId}"));
        var path = await application.MailedPathAsync("olga@campaign.example", "invitation");
        var made = await olga.SubmitAsync(path, null, ("Name", "Olga"), ("Password", TestApplication.Password));

        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Contains("Keep Hope Alive", await olga.GetStringAsync("/en/organise"), StringComparison.Ordinal);
        Assert.Contains("/account/not-allowed", (await olga.GetAsync("/en/admin/people")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("does not work", await late.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_by_several_at_once_it_makes_one_account()
    {
        await using var application = new TestApplication();
        using var admin = await AdminAsync(application);
        await admin.SubmitAsync(Invite, null, ("Email", "olga@campaign.example"), ("Role", "Organiser"));
        var path = await application.MailedPathAsync("olga@campaign.example", "invitation");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var browser = application.NewClient();
            return (await browser.SubmitAsync(path, null, ("Name", "Olga"), ("Password", TestApplication.Password))).StatusCode;
        }));

        Assert.Equal(1, answers.Count(status => status == HttpStatusCode.Redirect));
        Assert.Equal(2, await application.WithDatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task It_works_for_seven_days()
    {
        await using var application = new TestApplication();
        using var admin = await AdminAsync(application);
        await admin.SubmitAsync(Invite, null, ("Email", "olga@campaign.example"), ("Role", "Organiser"));
        var path = await application.MailedPathAsync("olga@campaign.example", "invitation");
        using var olga = application.NewClient();

        application.Clock.Advance(TimeSpan.FromDays(6.9));
        var before = await olga.GetStringAsync(path);
        application.Clock.Advance(TimeSpan.FromDays(0.2));
        var after = await olga.GetStringAsync(path);

        Assert.Contains("Make the account", before, StringComparison.Ordinal);
        Assert.Contains("does not work", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taken_back_it_does_not_work()
    {
        await using var application = new TestApplication();
        using var admin = await AdminAsync(application);
        await admin.SubmitAsync(Invite, null, ("Email", "olga@campaign.example"), ("Role", "Organiser"));
        var path = await application.MailedPathAsync("olga@campaign.example", "invitation");
        var id = await application.WithDatabaseAsync(db => db.OneTimeLinks.Where(l => l.Email != "").Select(l => l.Id).SingleAsync());
        using var olga = application.NewClient();

        await admin.SubmitAsync("/en/admin/people", "Revoke", ("id", $"{id}"));

        Assert.Contains("does not work", await olga.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_an_account_is_put_on_the_team_instead()
    {
        await using var application = new TestApplication();
        using var admin = await AdminAsync(application);
        var campaignId = await CampaignIdAsync(application);
        await application.AddAccountAsync(AccountRoles.Organiser, "olga@campaign.example");
        using var olga = await application.SignInAsync("olga@campaign.example");
        var before = await olga.GetStringAsync("/en/organise");

        await admin.SubmitAsync(Invite, null, ("Email", "olga@campaign.example"), ("Role", "Organiser"), ("CampaignId", $"{campaignId}"));

        Assert.DoesNotContain("Keep Hope Alive", before, StringComparison.Ordinal);
        Assert.Contains("has an account already and is now on the team", await admin.GetStringAsync("/en/admin/people"), StringComparison.Ordinal);
        Assert.Contains("Keep Hope Alive", await olga.GetStringAsync("/en/organise"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_puts_on_a_team_takes_off_it_and_removes_an_account()
    {
        await using var application = new TestApplication();
        using var admin = await AdminAsync(application);
        var campaignId = await CampaignIdAsync(application);
        var account = await application.AddAccountAsync(AccountRoles.Organiser, "olga@campaign.example");
        using var olga = await application.SignInAsync("olga@campaign.example");
        var person = $"/en/admin/people/{account.Id}";

        await admin.SubmitAsync(person, "Join", ("campaignId", $"{campaignId}"));
        var on = await olga.GetStringAsync("/en/organise");
        await admin.SubmitAsync(person, "Leave", ("campaignId", $"{campaignId}"));
        var off = await olga.GetStringAsync("/en/organise");
        await admin.SubmitAsync(person, "Remove");
        var gone = await olga.GetAsync("/en/organise");

        Assert.Contains("Keep Hope Alive", on, StringComparison.Ordinal);
        Assert.DoesNotContain("Keep Hope Alive", off, StringComparison.Ordinal);
        Assert.Contains("/account/sign-in", gone.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static Task<int> CampaignIdAsync(TestApplication application) => application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());

    private static async Task<HttpClient> AdminAsync(TestApplication application)
    {
        await application.AddAccountAsync(AccountRoles.Admin, "admin@campaign.example");
        return await application.SignInAsync("admin@campaign.example");
    }
}

using System.Net;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Tests.Application;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Web.Tests.Accounts;

/// <summary>What admins do for other people, and what nobody can do: leave an installation without an admin.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private const string Anna = "anna@campaign.example";
    private const string Boris = "boris@campaign.example";
    private const string LastAdmin = "this is the only admin who can sign in";

    private readonly TestApplication application = new();
    private Account anna = null!;
    private HttpClient admin = null!;

    public async Task InitializeAsync()
    {
        anna = await application.AddAccountAsync(AccountRoles.Admin, Anna);
        admin = await application.SignInAsync(Anna);
    }

    public async Task DisposeAsync()
    {
        admin.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task A_role_is_given_and_taken_and_the_next_page_knows_it()
    {
        var boris = await application.AddAccountAsync(AccountRoles.Organiser, Boris);
        using var browser = await application.SignInAsync(Boris);

        var before = await browser.GetAsync("/en/admin/people");
        await DoAsync(boris, "Role", ("role", AccountRoles.Admin));
        var between = await browser.GetAsync("/en/admin/people");
        await DoAsync(boris, "Role", ("role", AccountRoles.Organiser));
        var after = await browser.GetAsync("/en/admin/people");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK, HttpStatusCode.Redirect), (before.StatusCode, between.StatusCode, after.StatusCode));
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.SubmitAsync(Page(boris), "Role", ("role", "Owner"))).StatusCode);
    }

    [Fact]
    public async Task A_disabled_account_is_signed_out_and_does_not_sign_in_by_any_way_until_it_is_enabled()
    {
        var boris = await application.AddAccountAsync(AccountRoles.Organiser, Boris, 1);
        using var browser = await application.SignInAsync(Boris);

        await DoAsync(boris, "Disable");
        var gone = await browser.GetAsync("/en/organise");
        await Assert.ThrowsAsync<InvalidOperationException>(() => application.SignInAsync(Boris));
        using var forgot = application.NewClient();
        await forgot.SubmitAsync("/en/account/forgotten-password", null, ("Email", Boris));
        var mails = await application.WithDatabaseAsync(db => db.Outbox.CountAsync());
        var (stamp, token) = await ResetTokenAsync(boris);
        var list = await admin.GetStringAsync("/en/admin/people");
        await DoAsync(boris, "Enable");
        using var again = await application.SignInAsync(Boris);

        Assert.Contains("/account/sign-in", gone.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, mails);
        Assert.False(stamp);
        Assert.False(token);
        Assert.Contains("<p class=\"flag\">Disabled</p>", list, StringComparison.Ordinal);
        Assert.Contains("Keep Hope Alive", await again.GetStringAsync("/en/organise"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_sessions_are_over_at_once_and_signing_in_again_works()
    {
        var boris = await application.AddAccountAsync(AccountRoles.Organiser, Boris);
        using var one = await application.SignInAsync(Boris);
        using var other = await application.SignInAsync(Boris);
        var before = await one.GetAsync("/en/organise");

        await DoAsync(boris, "EndSessions");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await one.GetAsync("/en/organise")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/en/organise")).StatusCode);
        (await application.SignInAsync(Boris)).Dispose();
    }

    [Fact]
    public async Task A_second_factor_that_is_forgotten_takes_its_codes_and_sessions_along()
    {
        var boris = await application.AddAccountAsync(AccountRoles.Organiser, Boris);
        using var browser = await application.SignInAsync(Boris);
        await using var scope = application.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByIdAsync($"{boris.Id}"))!;
        await accounts.ResetAuthenticatorKeyAsync(account);
        await accounts.SetTwoFactorEnabledAsync(account, true);
        await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 3);
        var key = await accounts.GetAuthenticatorKeyAsync(account);

        await DoAsync(boris, "Forget");

        var tokens = await application.WithDatabaseAsync(db => db.UserTokens.Where(t => t.UserId == boris.Id).ToListAsync());
        Assert.DoesNotContain(tokens, t => t.Name == "RecoveryCodes" || t.Value == key);
        Assert.False(await application.WithDatabaseAsync(db => db.Users.Where(u => u.Id == boris.Id).Select(u => u.TwoFactorEnabled).SingleAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/en/organise")).StatusCode);
        (await application.SignInAsync(Boris)).Dispose();
    }

    [Theory]
    [InlineData("Role", HttpStatusCode.OK)]
    [InlineData("Remove", HttpStatusCode.OK)]
    [InlineData("Disable", HttpStatusCode.BadRequest)]
    public async Task The_last_admin_stays(string handler, HttpStatusCode expected)
    {
        // A disabled admin can let nobody in.
        var boris = await application.AddAccountAsync(AccountRoles.Admin, Boris);
        await DoAsync(boris, "Disable");

        var answer = await admin.SubmitAsync(Page(anna), handler, ("role", AccountRoles.Organiser));
        var page = await admin.GetAsync(Page(anna));

        if (expected == HttpStatusCode.OK)
        {
            Assert.Contains(LastAdmin, await page.TextAsync(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, answer.StatusCode);
        }

        Assert.Equal([anna.Id], await ActiveAdminsAsync());
    }

    [Fact]
    public async Task Who_is_not_the_last_admin_may_step_back_and_leave()
    {
        var boris = await application.AddAccountAsync(AccountRoles.Admin, Boris);

        var answer = await admin.SubmitAsync(Page(anna), "Role", ("role", AccountRoles.Organiser));
        using var second = await application.SignInAsync(Boris);
        var leaving = await second.SubmitAsync(Page(boris), "Remove");

        Assert.Contains("/organise", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, leaving.StatusCode);
        Assert.Contains(LastAdmin, await (await second.GetAsync(Page(boris))).TextAsync(), StringComparison.Ordinal);
        Assert.Equal([boris.Id], await ActiveAdminsAsync());
    }

    [Theory]
    [InlineData("Role", "Role")]
    [InlineData("Disable", "Disable")]
    [InlineData("Remove", "Remove")]
    [InlineData("Disable", "Role")]
    public async Task Of_two_admins_who_depose_each_other_at_once_one_stays(string one, string other)
    {
        var boris = await application.AddAccountAsync(AccountRoles.Admin, Boris);
        using var second = await application.SignInAsync(Boris);

        await Task.WhenAll(
            admin.SubmitAsync(Page(boris), one, ("role", AccountRoles.Organiser)),
            second.SubmitAsync(Page(anna), other, ("role", AccountRoles.Organiser)));

        Assert.Single(await ActiveAdminsAsync());
    }

    [Fact]
    public async Task Two_changes_that_read_at_the_same_moment_cannot_both_be_made()
    {
        var boris = await application.AddAccountAsync(AccountRoles.Admin, Boris);
        await using var first = application.Services.CreateAsyncScope();
        await using var second = application.Services.CreateAsyncScope();
        // As on a server where a reader waits for no writer: the first has read the role's stamp before the second commits.
        var db = first.ServiceProvider.GetRequiredService<LobbyKit.Web.Data.LobbyKitDbContext>();
        await db.Roles.LoadAsync();

        var quicker = await second.ServiceProvider.GetRequiredService<People>().ChangeRoleAsync(anna.Id, AccountRoles.Organiser, CancellationToken.None);
        var slower = await first.ServiceProvider.GetRequiredService<People>().ChangeRoleAsync(boris.Id, AccountRoles.Organiser, CancellationToken.None);

        Assert.Equal((PersonChange.Done, PersonChange.SomebodyWasQuicker), (quicker, slower));
        Assert.Equal([boris.Id], await ActiveAdminsAsync());
    }

    [Fact]
    public async Task The_page_shows_what_was_changed()
    {
        var boris = await application.AddAccountAsync(AccountRoles.Organiser, Boris);
        await DoAsync(boris, "Disable");

        var text = await (await admin.GetAsync(Page(boris))).TextAsync();
        var entry = (await application.Service<AuditHistory>().OfAsync(AuditKind.Person, boris.Id, CancellationToken.None))[0];

        Assert.Contains("anna changed the disabling", text, StringComparison.Ordinal);
        Assert.Equal((anna.Id, "anna"), (entry.AccountId, entry.ActorName));
    }

    private static string Page(Account account) => $"/en/admin/people/{account.Id}";

    private async Task DoAsync(Account to, string handler, params (string Name, string Value)[] fields)
    {
        var answer = await admin.SubmitAsync(Page(to), handler, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<List<int>> ActiveAdminsAsync() => application.WithDatabaseAsync(db => (
        from held in db.UserRoles
        join role in db.Roles on held.RoleId equals role.Id
        join account in db.Users on held.UserId equals account.Id
        where role.Name == AccountRoles.Admin && account.DisabledAt == null
        select account.Id).ToListAsync());

    /// <summary>Whether a link for a new password, however it was come by, would open or set one.</summary>
    private async Task<(bool Opens, bool Sets)> ResetTokenAsync(Account of)
    {
        await using var scope = application.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByIdAsync($"{of.Id}"))!;
        var token = Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(System.Text.Encoding.UTF8.GetBytes(await accounts.GeneratePasswordResetTokenAsync(account)));
        var resets = scope.ServiceProvider.GetRequiredService<PasswordResets>();
        return (await resets.IsOpenAsync(of.Id, token), (await resets.SetAsync(of.Id, token, "another battery horse staple")).Succeeded);
    }
}

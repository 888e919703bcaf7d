using System.Net;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Accounts;

public sealed class PasswordResetTests
{
    private const string Email = "admin@campaign.example";
    private const string Forgotten = "/en/account/forgotten-password";

    [Fact]
    public async Task The_mailed_link_sets_a_password_once_and_ends_every_session()
    {
        await using var application = new TestApplication();
        await application.AddAccountAsync(AccountRoles.Admin, Email);
        using var thief = await application.SignInAsync(Email);
        using var owner = application.NewClient();

        await owner.SubmitAsync(Forgotten, null, ("Email", Email));
        var path = await application.MailedPathAsync(Email, "new-password");
        var opened = await thief.GetAsync("/en/organise");
        var set = await owner.SubmitAsync(path, null, ("Password", "a wholly new password"));
        var thrownOut = await thief.GetAsync("/en/organise");
        var again = await owner.GetStringAsync(path);
        var signedIn = await owner.SubmitAsync("/en/account/sign-in", null, ("Email", Email), ("Password", "a wholly new password"));

        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, thrownOut.StatusCode);
        Assert.Contains("no longer works", again, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answer()
    {
        await using var application = new TestApplication();
        await application.AddAccountAsync(AccountRoles.Admin, Email);
        using var stranger = application.NewClient();

        var known = await stranger.SubmitAsync(Forgotten, null, ("Email", Email));
        var unknown = await stranger.SubmitAsync(Forgotten, null, ("Email", "nobody@campaign.example"));

        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(await known.TextAsync(), await unknown.TextAsync());
    }

    [Fact]
    public async Task The_link_never_takes_the_host_of_the_request()
    {
        await using var application = new TestApplication();
        await application.AddAccountAsync(AccountRoles.Admin, Email);
        using var stranger = application.NewClient();
        stranger.DefaultRequestHeaders.Host = "evil.example";

        await stranger.SubmitAsync(Forgotten, null, ("Email", Email));
        await application.MailedPathAsync(Email, "new-password");
        using var reader = application.NewClient();
        var list = await reader.GetStringAsync("/en/mailbox");
        var path = System.Text.RegularExpressions.Regex.Match(list, "href=\"(/en/mailbox/[0-9A-Za-z-]+)\"").Groups[1].Value;

        Assert.DoesNotContain("evil.example", await reader.GetStringAsync(path), StringComparison.Ordinal);
    }
}

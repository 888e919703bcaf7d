using System.Net;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Accounts;

public sealed class SignInTests
{
    private const string Email = "admin@campaign.example";
    private const string SignIn = "/en/account/sign-in";

    [Fact]
    public async Task The_workspace_opens_after_signing_in_and_not_before()
    {
        await using var application = await WithAdminAsync();
        using var stranger = application.NewClient();
        using var admin = await application.SignInAsync(Email);

        var refused = await stranger.GetAsync("/en/organise");
        var opened = await admin.GetAsync("/en/organise");

        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains("/en/account/sign-in", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.True(opened.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_nothing_tells_a_stranger_that_it_is_there()
    {
        await using var application = await WithAdminAsync();
        using var stranger = application.NewClient();
        var known = new List<string>();
        for (var tries = 0; tries < 6; tries++)
        {
            known.Add(Problem(await (await stranger.SubmitAsync(SignIn, null, ("Email", Email), ("Password", "not the password"))).TextAsync()));
        }

        var right = await stranger.SubmitAsync(SignIn, null, ("Email", Email), ("Password", TestApplication.Password));
        var unknown = await stranger.SubmitAsync(SignIn, null, ("Email", "nobody@campaign.example"), ("Password", "not the password"));

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.NotEmpty(known[0]);
        Assert.All(known.Append(Problem(await right.TextAsync())), text => Assert.Equal(Problem(unknown.TextAsync().Result), text));
    }

    [Theory]
    [InlineData("https://evil.example/", "/en/organise")]
    [InlineData("//evil.example/", "/en/organise")]
    [InlineData("/en/account", "/en/account")]
    public async Task It_leads_back_to_pages_of_this_site_only(string returnUrl, string expected)
    {
        await using var application = await WithAdminAsync();
        using var admin = application.NewClient();

        var answer = await admin.SubmitAsync(SignIn, null, ("Email", Email), ("Password", TestApplication.Password), ("ReturnUrl", returnUrl));

        Assert.Equal(expected, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Signing_out_takes_a_button()
    {
        await using var application = await WithAdminAsync();
        using var admin = await application.SignInAsync(Email);

        await admin.GetAsync("/en/account/sign-out");
        var still = await admin.GetAsync("/en/organise");
        await admin.SubmitAsync("/en/account/sign-out", null);
        var gone = await admin.GetAsync("/en/organise");

        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
    }

    [Fact]
    public async Task The_bar_of_the_signed_in_is_not_there_for_supporters()
    {
        await using var application = await WithAdminAsync();
        using var stranger = application.NewClient();
        using var admin = await application.SignInAsync(Email);

        var theirs = await stranger.GetStringAsync("/en/campaigns/keep-hope-alive");
        var ours = await admin.GetStringAsync("/en/campaigns/keep-hope-alive");

        Assert.DoesNotContain("account-bar", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("/account", theirs, StringComparison.Ordinal);
        Assert.Contains("account-bar", ours, StringComparison.Ordinal);
    }

    private static async Task<TestApplication> WithAdminAsync()
    {
        var application = new TestApplication();
        await application.AddAccountAsync(AccountRoles.Admin, Email);
        return application;
    }

    private static string Problem(string page) =>
        System.Text.RegularExpressions.Regex.Match(page, "<p class=\"error\" id=\"Email-error\">([^<]+)").Groups[1].Value;
}

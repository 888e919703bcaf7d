using System.Net;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Accounts;

public sealed class SignInTests
{
    [Fact]
    public async Task The_workspace_opens_after_signing_in_and_not_before()
    {
        await using var application = new TestApplication();
        await application.AddAccountAsync(AccountRoles.Admin, "admin@campaign.example");
        using var stranger = application.NewClient();
        using var admin = await application.SignInAsync("admin@campaign.example");

        var refused = await stranger.GetAsync("/en/organise");
        var opened = await admin.GetAsync("/en/organise");

        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Contains("/en/account/sign-in", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }
}

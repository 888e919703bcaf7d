using LobbyKit.Web.Accounts;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Browser.Tests.Organise;

[Collection(SharedBrowser.Name)]
public sealed class AccountTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task An_invited_organiser_makes_an_account_and_a_passkey_and_signs_in_with_it(int width) => run.VisitAsync(new VisitOptions { Width = width, Host = "localhost", MayMove = true }, async visitor =>
    {
        var (workspace, address) = (new Workspace(visitor), Workspace.NewAddress("invited"));
        await InviteAsync(visitor, address);
        await new DemoMailbox(visitor).ReadAsync(address);
        var link = await visitor.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "/account/invitation/" }).TextContentAsync();
        await visitor.GoAsync(visitor.Address + new Uri(link!).AbsolutePath);
        await visitor.InspectAsync("invitation");
        await visitor.Page.GetByLabel("Your name").FillAsync("Ines Invitada");
        await workspace.Password.FillAsync(TestApplication.Password);
        await visitor.Button("Make the account").ClickAsync();
        await Expect(visitor.Heading("Campaigns")).ToBeVisibleAsync();

        await AddKeyDeviceAsync(visitor);
        await visitor.Link("Your account").ClickAsync();
        await visitor.InspectAsync("account");
        await visitor.Link("Passkeys").ClickAsync();
        await visitor.InspectAsync("passkeys");
        await visitor.Page.GetByLabel("What to call it").FillAsync("yellow key of Ines");
        await visitor.Button("Add a passkey").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("yellow key of Ines");
        await workspace.SignOutAsync();

        await workspace.OpenAsync("account/sign-in");
        await visitor.InspectAsync("sign-in");
        await visitor.Button("Sign in with a passkey").ClickAsync();
        await Expect(visitor.Heading("Campaigns")).ToBeVisibleAsync();
        await Expect(visitor.Link("Keep Hope Alive")).ToBeVisibleAsync();
    });

    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task The_pages_about_people_can_be_shown(int width) => run.VisitAsync(new VisitOptions { Width = width, MayMove = true }, async visitor =>
    {
        var workspace = new Workspace(visitor);
        var address = await workspace.SignInAsync(run.Application, AccountRoles.Admin);
        await workspace.OpenAsync("admin/people");
        await visitor.InspectAsync("people");
        await visitor.Link(address.Split('@')[0]).ClickAsync();
        await visitor.InspectAsync("person");
        await workspace.OpenAsync("admin/people/invite");
        await visitor.InspectAsync("invite");
        await visitor.Button("Send the invitation").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await workspace.OpenAsync("account/second-factor");
        await visitor.InspectAsync("second-factor");
        await workspace.OpenAsync("account/forgotten-password");
        await visitor.InspectAsync("forgotten-password");
    });

    private async Task InviteAsync(Visitor visitor, string address)
    {
        var workspace = new Workspace(visitor);
        await workspace.SignInAsync(run.Application, AccountRoles.Admin);
        await workspace.OpenAsync("admin/people/invite");
        await workspace.Email.FillAsync(address);
        await visitor.Page.GetByLabel("Campaign's team").SelectOptionAsync(new SelectOptionValue { Label = "Keep Hope Alive" });
        await visitor.Button("Send the invitation").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(address);
        await workspace.SignOutAsync();
    }

    // A key that is plugged in, and whose finger always fits.
    private static async Task AddKeyDeviceAsync(Visitor visitor)
    {
        var tools = await visitor.DevToolsAsync();
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}

using System.Linq.Expressions;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Delivery;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Browser.Tests.Administer;

/// <summary>Everything that an admin does with e-mails, by hands that have no mouse.</summary>
[Collection(BusyBrowser.Name)]
public sealed class DeskByKeyboardTests(BusyCampaign run)
{
    [SkippableTheory]
    [InlineData(375, true)]
    [InlineData(1280, false)]
    public Task Letters_are_dropped_held_retried_and_paused(int width, bool scripts) => run.VisitAsync(
        new VisitOptions { Width = width, JavaScript = scripts, MayMove = true }, async visitor =>
        {
            var workspace = new Workspace(visitor);
            await workspace.SignInAsync(run.Application, AccountRoles.Admin);

            await DropAsync(visitor, workspace);
            await HoldAndLetGoAsync(visitor, workspace);
            await RetryAsync(visitor, workspace);
            await PauseAsync(visitor, workspace);
        });

    private async Task DropAsync(Visitor visitor, Workspace workspace)
    {
        var page = visitor.Page;
        await workspace.OpenAsync($"admin/delivery/mails?state=PutOff&contact={run.RefusingId}");
        await visitor.TabToAsync(page.GetByRole(AriaRole.Checkbox).First);
        await visitor.PressAsync("Space");
        // Nobody has to go through fifty e-mails to the buttons below them.
        await visitor.Link("Past the list, to what can be done with them").FocusAsync();
        await visitor.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await Expect(visitor.Button("Retry now the chosen…")).ToBeFocusedAsync();
        await ReachAndPressAsync(visitor, "Drop the chosen…");
        await Expect(visitor.Heading("Drop: 1 e-mail")).ToBeVisibleAsync();

        // Not without a reason, and what is wrong is found without searching.
        await ReachAndPressAsync(visitor, "Drop: 1 e-mail");
        var mistakes = page.Locator(".summary");
        await Expect(mistakes).ToContainTextAsync("Say why");
        if (visitor.Options.JavaScript)
        {
            await Expect(mistakes).ToBeFocusedAsync();
            await visitor.InspectAsync("delivery-drop-mistake");
            await mistakes.FocusAsync();
        }

        await visitor.TabToAsync(mistakes.GetByRole(AriaRole.Link));
        await visitor.PressAsync("Enter");
        await Expect(page.GetByLabel("Why?")).ToBeFocusedAsync();
        await visitor.TypeAsync("It names a neighbour.");
        await ReachAndPressAsync(visitor, "Drop: 1 e-mail");
        await ExpectSaidAsync(visitor, "1 e-mail is dropped.");
        await Expect(page.Locator("dd").Filter(new() { HasText = "It names a neighbour." })).ToBeVisibleAsync();
        if (visitor.Options.JavaScript)
        {
            await visitor.InspectAsync("delivery-dropped");
        }
    }

    private async Task HoldAndLetGoAsync(Visitor visitor, Workspace workspace)
    {
        await workspace.OpenAsync($"admin/delivery/mails/{await MailAsync(m => m.ContactId == run.RefusingId && m.AttemptCount == 0)}");
        await ReachAndPressAsync(visitor, "Hold");
        await ExpectSaidAsync(visitor, "1 e-mail is held.");
        if (visitor.Options.JavaScript)
        {
            await visitor.InspectAsync("delivery-held");
        }

        await ReachAndPressAsync(visitor, "Let go", "Space");
        await ExpectSaidAsync(visitor, "1 e-mail is let go.");
    }

    private async Task RetryAsync(Visitor visitor, Workspace workspace)
    {
        await workspace.OpenAsync($"admin/delivery/mails?state=PutOff&contact={run.RefusingId}");
        await visitor.TabToAsync(visitor.Page.GetByRole(AriaRole.Checkbox).First);
        await visitor.PressAsync("Space");
        await ReachAndPressAsync(visitor, "Retry now the chosen…");
        await Expect(visitor.Heading("Retry now: 1 e-mail")).ToBeVisibleAsync();
        await ReachAndPressAsync(visitor, "Retry now: 1 e-mail");
        await ExpectSaidAsync(visitor, "1 e-mail is due now.");
    }

    private static async Task PauseAsync(Visitor visitor, Workspace workspace)
    {
        await workspace.OpenAsync("admin/delivery");
        await ReachAndPressAsync(visitor, "Pause all mail");
        await ExpectSaidAsync(visitor, "Paused: all mail. What a worker had in hand still goes out.");
        await ReachAndPressAsync(visitor, "Resume all mail", "Space");
        await ExpectSaidAsync(visitor, "It goes on: all mail.");
        await workspace.OpenAsync("admin/delivery/by/contact");
        await ReachAndPressAsync(visitor, "Pause: Federal Office for Samples, Switzerland");
        await ExpectSaidAsync(visitor, "Paused: Federal Office for Samples, Switzerland. What a worker had in hand still goes out.");
        await ReachAndPressAsync(visitor, "Resume: Federal Office for Samples, Switzerland");
        await ExpectSaidAsync(visitor, "It goes on: Federal Office for Samples, Switzerland.");
    }

    private static async Task ReachAndPressAsync(Visitor visitor, string button, string key = "Enter")
    {
        await visitor.TabToAsync(visitor.Button(button));
        await visitor.PressAsync(key);
    }

    /// <summary>What was done is told; where scripts run, it is also where one goes on from.</summary>
    private static async Task ExpectSaidAsync(Visitor visitor, string text)
    {
        var said = visitor.Page.Locator(".done");
        await Expect(said).ToHaveTextAsync(text);
        if (visitor.Options.JavaScript)
        {
            await Expect(said).ToBeFocusedAsync();
            await Expect(said).ToBeInViewportAsync();
        }
    }

    private Task<long> MailAsync(Expression<Func<OutboxMail, bool>> which) => run.Application.WithDatabaseAsync(
        db => db.Outbox.Where(m => m.State == OutboxState.Waiting).Where(which).Select(m => m.Id).FirstAsync());
}

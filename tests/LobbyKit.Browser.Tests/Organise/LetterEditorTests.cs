using System.Text.RegularExpressions;
using LobbyKit.Web.Accounts;

namespace LobbyKit.Browser.Tests.Organise;

[Collection(SharedBrowser.Name)]
public sealed class LetterEditorTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task Letters_are_written_and_looked_at_on_every_screen(int width) => run.VisitAsync(new VisitOptions { Width = width, MayMove = true }, async visitor =>
    {
        var (campaign, letter) = (await Workspace.SampleAsync(run.Application), await Workspace.LetterAsync(run.Application, "de"));
        var workspace = new Workspace(visitor);
        await workspace.SignInAsync(run.Application, AccountRoles.Organiser, campaign);
        await visitor.InspectAsync("campaigns");
        await workspace.OpenAsync($"organise/campaigns/{campaign}/letters");
        await visitor.InspectAsync("letters");
        await workspace.OpenAsync($"organise/campaigns/{campaign}/letters/coverage");
        await visitor.InspectAsync("coverage");
        await workspace.OpenAsync($"organise/campaigns/{campaign}/letters/{letter}");
        await Expect(new LetterEditor(visitor).Problems).ToContainTextAsync("No problems.");
        await visitor.InspectAsync("editor");
        await workspace.OpenAsync($"organise/campaigns/{campaign}/letters/{letter}/variants");
        await visitor.InspectAsync("variants");
        await workspace.OpenAsync($"organise/campaigns/{campaign}/letters/{letter}/versions");
        await visitor.InspectAsync("versions");
        await workspace.OpenAsync($"organise/campaigns/{campaign}/letters/{letter}/source");
        await visitor.InspectAsync("source");
    });

    [SkippableFact]
    public Task A_problem_is_named_while_typing_and_its_link_leads_to_the_line() => run.VisitAsync(new VisitOptions { MayMove = true }, async visitor =>
    {
        var editor = await WriteAsync(visitor, "it");
        var lines = (await editor.Body.InputValueAsync()).Split('\n').Length;
        await Expect(editor.Preview).Not.ToBeEmptyAsync();

        await editor.TypeAtEndAsync("\nCordiali saluti, {{ supporter.nmae }}");

        await Expect(editor.Problems).ToContainTextAsync("supporter.name");
        await Expect(visitor.Page.GetByText("this is the letter as it was before")).ToBeVisibleAsync();
        await visitor.PressAsync("Control+Home");
        await visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Line ") }).ClickAsync();
        await Expect(editor.Body).ToBeFocusedAsync();
        var cursor = await editor.Body.EvaluateAsync<string>("e => e.value.slice(0, e.selectionStart)");
        Assert.Equal(lines + 1, cursor.Split('\n').Length);

        await visitor.PressAsync("Control+End");
        for (var i = 0; i < "nmae }}".Length; i++)
        {
            await visitor.PressAsync("Backspace");
        }

        await visitor.TypeAsync("name }}");
        await Expect(editor.Problems).ToContainTextAsync("No problems.");
        await Expect(editor.Preview).ToContainTextAsync("Cordiali saluti, ");
    });

    [SkippableFact]
    public Task What_was_typed_is_there_after_a_reload_and_can_be_undone() => run.VisitAsync(new VisitOptions { MayMove = true }, async visitor =>
    {
        var editor = await WriteAsync(visitor, "tr");
        var before = await editor.Body.InputValueAsync();
        await editor.TypeAtEndAsync(" Birinci.");
        await Expect(editor.Preview).ToContainTextAsync("Birinci.");

        await visitor.Page.ReloadAsync();

        await Expect(editor.Body).ToHaveValueAsync(before + " Birinci.");
        await Expect(editor.Notice).ToContainTextAsync("is back");
        await editor.Body.FocusAsync();
        while (await editor.Body.InputValueAsync() != before)
        {
            Assert.Equal("false", await visitor.Button("Undo").GetAttributeAsync("aria-disabled"));
            await visitor.PressAsync("Control+z");
        }

        await visitor.Button("Redo").ClickAsync();
        await Expect(editor.Body).Not.ToHaveValueAsync(before);
    });

    [SkippableFact]
    public Task A_lost_session_costs_no_word() => run.VisitAsync(new VisitOptions { MayMove = true }, async visitor =>
    {
        var workspace = new Workspace(visitor);
        var editor = new LetterEditor(visitor);
        var address = await workspace.SignInAsync(run.Application, AccountRoles.Organiser, await Workspace.SampleAsync(run.Application));
        await editor.OpenAsync(run.Application, "es");
        await editor.TypeAtEndAsync(" Antes.");
        await Expect(editor.Preview).ToContainTextAsync("Antes.");

        await visitor.Page.Context.ClearCookiesAsync();
        await editor.TypeAtEndAsync(" Después.");
        await Expect(editor.Notice).ToContainTextAsync("You have been signed out.");
        var typed = await editor.Body.InputValueAsync();
        await visitor.Button("Save").ClickAsync();
        await workspace.SignInAsync(address);

        await editor.OpenAsync(run.Application, "es");
        await Expect(editor.Body).ToHaveValueAsync(typed);
        await visitor.Button("Save").ClickAsync();
        await Expect(visitor.Page.GetByText(new Regex("^Version [0-9]+ is saved"))).ToBeVisibleAsync();
        await Expect(editor.Body).ToHaveValueAsync(typed);
    });

    [SkippableFact]
    public Task A_server_that_is_away_for_a_while_costs_no_word() => run.VisitAsync(new VisitOptions { MayFailToLoad = true, MayMove = true }, async visitor =>
    {
        var editor = await WriteAsync(visitor, "pt-BR");
        await visitor.Page.Context.SetOfflineAsync(true);
        await editor.TypeAtEndAsync(" Fora do ar.");
        await Expect(editor.Notice).ToContainTextAsync("The server does not answer just now.");

        await visitor.Page.Context.SetOfflineAsync(false);
        await visitor.TypeAsync(" De volta.");

        await Expect(editor.Notice).ToBeHiddenAsync();
        await Expect(editor.Preview).ToContainTextAsync("Fora do ar. De volta.");
    });

    [SkippableFact]
    public Task A_country_gets_its_own_wording_by_keyboard_alone() => run.VisitAsync(new VisitOptions { MayMove = true }, async visitor =>
    {
        var campaign = await Workspace.SampleAsync(run.Application);
        await new Workspace(visitor).SignInAsync(run.Application, AccountRoles.Organiser, campaign);
        await new Workspace(visitor).OpenAsync($"organise/campaigns/{campaign}/letters");
        await visitor.TabToAsync(visitor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Language", Exact = true }));
        await visitor.TypeAsync("German");
        await visitor.TabToAsync(visitor.Page.GetByLabel("Only for offices of"));
        await visitor.TypeAsync("Austria");
        await visitor.TabToAsync(visitor.Button("Begin the letter"));
        await visitor.PressAsync("Enter");

        var editor = new LetterEditor(visitor);
        await Expect(visitor.Heading("German letter for Austria")).ToBeVisibleAsync();
        await visitor.TabToAsync(editor.Body);
        await visitor.PressAsync("Control+a");
        await visitor.TypeAsync("Sehr geehrter Herr Bundeskanzler,\n\nservus aus {{ supporter.place }}. {{ personal_message }}\n\n{{ supporter.name }}");
        await Expect(editor.Preview).ToContainTextAsync("servus aus");
        await visitor.TabToAsync(visitor.Button("Save and publish"));
        await visitor.PressAsync("Enter");
        await Expect(visitor.Page.GetByText("supporters get it from now on")).ToBeVisibleAsync();

        var write = new WriteStep(visitor);
        await write.OpenAsync("AT");
        await write.FillAsync(Writer.Anna());
        await write.CheckAsync();
        await Expect(new CheckStep(visitor).Letter).ToContainTextAsync("servus aus Freiburg");
    });

    [SkippableFact]
    public Task Without_JavaScript_problems_and_preview_come_with_a_button() => run.VisitAsync(new VisitOptions { JavaScript = false }, async visitor =>
    {
        var editor = await WriteAsync(visitor, "fr");
        var text = await editor.Body.InputValueAsync();

        await editor.Body.FillAsync(text + "\n{{ supporter.nmae }}");
        await visitor.Button("Preview").ClickAsync();
        await Expect(editor.Problems).ToContainTextAsync("supporter.name");
        await Expect(editor.Body).ToHaveValueAsync(text + "\n{{ supporter.nmae }}");

        await editor.Body.FillAsync(text + "\nPS : {{ supporter.place }}");
        await visitor.Button("Preview").ClickAsync();
        await Expect(editor.Problems).ToContainTextAsync("No problems.");
        await Expect(editor.Preview).ToContainTextAsync("PS : ");
    });

    private async Task<LetterEditor> WriteAsync(Visitor visitor, string language)
    {
        await new Workspace(visitor).SignInAsync(run.Application, AccountRoles.Organiser, await Workspace.SampleAsync(run.Application));
        var editor = new LetterEditor(visitor);
        await editor.OpenAsync(run.Application, language);
        return editor;
    }
}

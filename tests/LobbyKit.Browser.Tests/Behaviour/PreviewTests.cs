namespace LobbyKit.Browser.Tests.Behaviour;

[Collection(SharedBrowser.Name)]
public sealed class PreviewTests(BrowserRun run)
{
    [SkippableFact]
    public Task The_letter_grows_beside_the_form_while_it_is_typed() => run.VisitAsync(async visitor =>
    {
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await Expect(write.Preview).ToContainTextAsync(visitor.Texts["Preview.YourName"]);

        await write.Name.PressSequentiallyAsync("Anna Schmidt");
        await Expect(write.Preview).ToContainTextAsync("Anna Schmidt");
        await write.Paragraph.PressSequentiallyAsync("Ein Satz von mir.");
        await Expect(write.Preview).ToContainTextAsync("Ein Satz von mir.");
        await visitor.Page.GetByRole(AriaRole.Radio, new() { Name = "English", Exact = true }).CheckAsync();
        await Expect(write.Preview).ToContainTextAsync("Dear Federal Chancellor");
    });

    [SkippableFact]
    public Task What_looks_like_markup_or_template_is_shown_as_it_was_typed() => run.VisitAsync(async visitor =>
    {
        const string Typed =
            "<b>bold</b> <img src=x onerror=alert(1)> {{ contact.office }} {{ end }} &amp; </div><script>alert(2)</script>";
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await write.FillAsync(Writer.Anna() with { Paragraph = Typed });

        await Expect(write.Preview).ToContainTextAsync(Typed);
        await Expect(write.Preview.Locator("b, img, script")).ToHaveCountAsync(0);
        await write.CheckAsync();
        await Expect(new CheckStep(visitor).Letter).ToContainTextAsync(Typed);
        await Expect(visitor.Page.GetByRole(AriaRole.Main).Locator("b, img, script")).ToHaveCountAsync(0);
    });

    [SkippableFact]
    public Task The_characters_that_are_left_are_counted() => run.VisitAsync(async visitor =>
    {
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await Expect(visitor.Page.GetByText("Characters left: 3,000", new() { Exact = true })).ToBeVisibleAsync();

        await write.Paragraph.FillAsync("Twelve signs");

        await Expect(visitor.Page.GetByText("Characters left: 2,988", new() { Exact = true })).ToBeVisibleAsync();
    });

    [SkippableFact]
    public Task Only_a_letter_that_is_sent_for_its_writer_asks_for_an_email_address() => run.VisitAsync(async visitor =>
    {
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await write.Email.FillAsync("anna@example.org");
        foreach (var route in (string[])["OwnMailbox", "WebForm", "Post", "Phone"])
        {
            await write.Route(route).CheckAsync();
            await Expect(write.Email).ToBeHiddenAsync();
        }

        await write.Route("Server").CheckAsync();
        await Expect(write.Email).ToHaveValueAsync("anna@example.org");
    });
}

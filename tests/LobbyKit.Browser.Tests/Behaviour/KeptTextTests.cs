namespace LobbyKit.Browser.Tests.Behaviour;

[Collection(SharedBrowser.Name)]
public sealed class KeptTextTests(BrowserRun run)
{
    [SkippableFact]
    public Task What_was_typed_survives_a_mistake() => run.VisitAsync(async visitor =>
    {
        var writer = Writer.Anna();
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await write.FillAsync(writer);
        await write.Email.FillAsync("anna@");
        await write.CheckButton.ClickAsync();

        await Expect(write.Mistakes).ToContainTextAsync(visitor.Texts["Form.Email.Wrong"]);
        await write.ExpectFilledAsync(writer with { Email = "anna@" });
        await Expect(write.Consent).ToBeCheckedAsync();
    });

    [SkippableFact]
    public Task What_was_typed_survives_the_back_button_at_the_check() => run.VisitAsync(async visitor =>
    {
        var writer = Writer.Anna();
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await write.FillAsync(writer);
        await write.CheckAsync();

        await visitor.Page.GoBackAsync();

        await write.ExpectFilledAsync(writer);
        await Expect(write.Preview).ToContainTextAsync(writer.Paragraph);
        await write.CheckAsync();
    });

    [SkippableFact]
    public Task What_was_typed_survives_two_steps_back_from_the_receipt() => run.VisitAsync(async visitor =>
    {
        var writer = Writer.Jeanne();
        var write = new WriteStep(visitor);
        await write.OpenAsync("FR");
        await write.FillAsync(writer);
        await write.CheckAsync();
        await new CheckStep(visitor).SendAsync("WebForm");

        await visitor.Page.GoBackAsync();
        await Expect(visitor.Heading(visitor.Texts["Check.Title"])).ToBeVisibleAsync();
        await Expect(new CheckStep(visitor).Letter).ToContainTextAsync(writer.Paragraph);
        await visitor.Page.GoBackAsync();

        await write.ExpectFilledAsync(writer, withEmail: false);
    });

    [SkippableFact]
    public Task What_was_typed_is_there_again_at_change_the_letter() => run.VisitAsync(async visitor =>
    {
        var writer = Writer.Anna();
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await write.FillAsync(writer, "Post");
        await write.CheckAsync();

        await new CheckStep(visitor).ChangeButton.ClickAsync();

        await write.ExpectFilledAsync(writer, withEmail: false);
        await Expect(write.Route("Post")).ToBeCheckedAsync();
        await Expect(write.Consent).ToBeCheckedAsync();
    });
}

namespace LobbyKit.Browser.Tests.Journeys;

[Collection(SharedBrowser.Name)]
public sealed class KeyboardTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task A_letter_to_Germany_goes_all_the_way_by_keyboard_alone(int width) => run.VisitAsync(width, async visitor =>
    {
        var (page, writer) = (visitor.Page, Writer.Anna());
        var (appeal, write) = (new AppealStep(visitor), new WriteStep(visitor));
        var (check, receipt) = (new CheckStep(visitor), new ReceiptStep(visitor));

        await appeal.OpenAsync();
        await visitor.PressAsync("Tab");
        await Expect(visitor.Link(visitor.Texts["Layout.Skip"])).ToBeFocusedAsync();
        await Expect(visitor.Link(visitor.Texts["Layout.Skip"])).ToBeInViewportAsync();
        await visitor.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await visitor.PressAsync("Tab");
        await Expect(appeal.Country).ToBeFocusedAsync();
        await visitor.TypeAsync("Germany");
        await visitor.PressAsync("Enter");

        await Expect(visitor.Heading(visitor.Texts["Write.Title"])).ToBeVisibleAsync();
        await visitor.TabToAsync(write.CheckButton);
        await visitor.PressAsync("Enter");
        await Expect(write.Mistakes).ToBeFocusedAsync();
        await visitor.PressAsync("Tab");
        await visitor.PressAsync("Enter");
        await Expect(write.Name).ToBeFocusedAsync();
        await visitor.TypeAsync(writer.Name);
        await visitor.TabToAsync(write.Email);
        await visitor.TypeAsync(writer.Email);
        await visitor.TabToAsync(write.Place);
        await visitor.TypeAsync(writer.Place);
        await visitor.TabToAsync(write.Paragraph);
        await visitor.TypeAsync(writer.Paragraph);
        await visitor.TabToAsync(write.Consent);
        await visitor.PressAsync("Space");
        await visitor.TabToAsync(write.CheckButton);
        await visitor.PressAsync("Space");

        await Expect(check.Letter).ToContainTextAsync(writer.Paragraph);
        await visitor.TabToAsync(check.SendButton("Server"));
        await visitor.PressAsync("Enter");
        await Expect(visitor.Heading(visitor.Texts["Receipt.AwaitingConfirmation.Title"])).ToBeVisibleAsync();
        await new DemoMailbox(visitor).ReadAsync(writer.Email);
        await visitor.TabToAsync(page.GetByRole(AriaRole.Link).Filter(new() { HasText = "/confirm" }));
        await visitor.PressAsync("Enter");
        await Expect(visitor.Heading(visitor.Texts["Confirm.Title"])).ToBeVisibleAsync();
        await visitor.TabToAsync(visitor.Button(visitor.Texts["Confirm.Send"]));
        await visitor.PressAsync("Enter");
        await receipt.ExpectAsync("Accepted");
    });

    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task The_Tab_key_goes_through_every_page_and_out_again(int width) => run.VisitAsync(width, async visitor =>
    {
        var (write, check) = (new WriteStep(visitor), new CheckStep(visitor));
        await new AppealStep(visitor).OpenAsync();
        await visitor.TabThroughAsync();
        await visitor.GoAsync($"{visitor.Campaign}/write/NG");
        await visitor.TabThroughAsync();
        await write.OpenAsync("DE");
        await visitor.TabThroughAsync();
        await write.FillAsync(Writer.Anna(), "WebForm");
        await write.CheckAsync();
        await visitor.TabThroughAsync();
        await check.SendAsync("WebForm");
        await visitor.TabThroughAsync();
    });
}

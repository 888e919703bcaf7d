namespace LobbyKit.Browser.Tests.Journeys;

/// <summary>No office is known there: the nearest one takes the letter.</summary>
[Collection(SharedBrowser.Name)]
public sealed class NigeriaTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task From_Nigeria_an_address_is_suggested_and_the_African_Union_is_called(int width) => run.VisitAsync(width, async visitor =>
    {
        var page = visitor.Page;
        var (appeal, write) = (new AppealStep(visitor), new WriteStep(visitor));
        var (check, receipt) = (new CheckStep(visitor), new ReceiptStep(visitor));
        await appeal.OpenAsync();
        await appeal.ChooseAsync("Nigeria");
        await visitor.InspectAsync("no-office");

        await visitor.Button(visitor.Texts["Suggest.Send"]).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await visitor.InspectAsync("no-office-mistakes");
        await page.GetByLabel(visitor.Texts["Suggest.Office"], new() { Exact = true }).FillAsync("President of Nigeria");
        await page.GetByLabel(visitor.Texts["Suggest.Address"], new() { Exact = true }).FillAsync("State House, Abuja");
        await page.GetByLabel(visitor.Texts["Suggest.Source"], new() { Exact = true }).FillAsync("https://office.example/contact");
        await visitor.Button(visitor.Texts["Suggest.Send"]).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(visitor.Texts["Suggest.Thanks"]);

        await visitor.Link("Chairperson of the African Union Commission").ClickAsync();
        foreach (var route in (string[])["Server", "OwnMailbox", "Post", "Phone"])
        {
            await Expect(write.Route(route)).ToBeVisibleAsync();
        }

        await Expect(write.Route("WebForm")).ToHaveCountAsync(0);
        await write.FillAsync(Writer.Chidi(), "Phone");
        await write.CheckAsync();
        await visitor.InspectAsync("phone-check");
        await check.SendAsync("Phone");
        await visitor.InspectAsync("phone");
        await Expect(visitor.Link("+251 11 551 7700")).ToHaveAttributeAsync("href", "tel:+251115517700");
        await visitor.Button(visitor.Texts["ByHand.Done.Phone"]).ClickAsync();
        await receipt.ExpectAsync("Reported");
    });
}

namespace LobbyKit.Browser.Tests.Journeys;

[Collection(SharedBrowser.Name)]
public sealed class LanguageTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task In_Arabic_the_pages_run_from_right_to_left_and_the_German_letter_does_not(int width) =>
        run.VisitAsync(new VisitOptions { Language = "ar", Width = width }, async visitor =>
        {
            var writer = Writer.Anna();
            var (appeal, write, check) = (new AppealStep(visitor), new WriteStep(visitor), new CheckStep(visitor));
            var (receipt, mailbox) = (new ReceiptStep(visitor), new DemoMailbox(visitor));

            await appeal.OpenAsync();
            await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
            await visitor.InspectAsync("appeal-arabic");
            await appeal.ChooseAsync("ألمانيا");
            await write.FillAsync(writer);
            await Expect(write.Preview).ToContainTextAsync(writer.Paragraph);
            await visitor.InspectAsync("write-arabic", from: width == 375 ? null : write.Questions);
            await write.CheckAsync();
            await Expect(check.Letter).ToHaveAttributeAsync("lang", "de");
            await Expect(check.Letter).ToHaveAttributeAsync("dir", "ltr");
            await visitor.InspectAsync("check-arabic");
            await check.SendAsync("Server");
            await visitor.InspectAsync("receipt-arabic");
            await mailbox.ReadAsync(writer.Email);
            await mailbox.FollowAsync("/confirm");
            await visitor.InspectAsync("confirm-arabic");
            await visitor.Button(visitor.Texts["Confirm.Send"]).ClickAsync();
            await receipt.ExpectAsync("Accepted");
        });

    [SkippableFact]
    public Task In_French_the_whole_journey_is_in_French() => run.VisitAsync(new VisitOptions { Language = "fr" }, async visitor =>
    {
        var (appeal, write) = (new AppealStep(visitor), new WriteStep(visitor));
        var (check, receipt) = (new CheckStep(visitor), new ReceiptStep(visitor));
        await appeal.OpenAsync();
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "fr");
        await visitor.InspectAsync("appeal-french");
        await appeal.ChooseAsync("France");
        await write.FillAsync(Writer.Jeanne());
        await visitor.InspectAsync("write-french");
        await write.CheckAsync();
        await check.SendAsync("WebForm");
        await visitor.InspectAsync("web-form-french");
        await visitor.Button(visitor.Texts["ByHand.Done.WebForm"]).ClickAsync();
        await receipt.ExpectAsync("Reported");
    });

    [SkippableFact]
    public Task Another_page_language_keeps_the_half_filled_form() => run.VisitAsync(async visitor =>
    {
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await write.Route("Post").CheckAsync();
        await write.Name.FillAsync("Anna");
        await write.Paragraph.FillAsync("Half a thought");

        await visitor.Button("Français").ClickAsync();

        var french = PageTexts.In("fr");
        await Expect(visitor.Heading(french["Write.Title"])).ToBeVisibleAsync();
        Assert.Contains("/fr/", visitor.Page.Url, StringComparison.Ordinal);
        await Expect(visitor.Page.GetByLabel(french["Form.Name"], new() { Exact = true })).ToHaveValueAsync("Anna");
        await Expect(visitor.Page.GetByLabel(french["Form.PersonalMessage"], new() { Exact = true })).ToHaveValueAsync("Half a thought");
        await Expect(visitor.Page.GetByRole(AriaRole.Radio, new() { Name = french["Route.Post"], Exact = true })).ToBeCheckedAsync();
        await Expect(write.Mistakes).ToHaveCountAsync(0);
    });

    [SkippableFact]
    public Task Another_page_language_at_the_check_keeps_the_letter() => run.VisitAsync(async visitor =>
    {
        var writer = Writer.Anna();
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await write.FillAsync(writer);
        await write.CheckAsync();

        await visitor.Button("Français").ClickAsync();

        var french = PageTexts.In("fr");
        await Expect(visitor.Page.GetByLabel(french["Form.Name"], new() { Exact = true })).ToHaveValueAsync(writer.Name);
        await Expect(visitor.Page.GetByLabel(french["Form.Email"], new() { Exact = true })).ToHaveValueAsync(writer.Email);
        await Expect(visitor.Page.GetByLabel(french["Form.PersonalMessage"], new() { Exact = true })).ToHaveValueAsync(writer.Paragraph);
        await Expect(write.Consent).ToBeCheckedAsync();
    });
}

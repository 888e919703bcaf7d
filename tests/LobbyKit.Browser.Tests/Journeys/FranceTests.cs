namespace LobbyKit.Browser.Tests.Journeys;

/// <summary>Through the office's own web form, which is never opened here.</summary>
[Collection(SharedBrowser.Name)]
public sealed class FranceTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task A_letter_to_France_is_copied_into_the_official_form_and_reported(int width) => run.VisitAsync(width, async visitor =>
    {
        var (page, writer) = (visitor.Page, Writer.Jeanne());
        var (appeal, write) = (new AppealStep(visitor), new WriteStep(visitor));
        var (check, receipt) = (new CheckStep(visitor), new ReceiptStep(visitor));
        await visitor.AllowClipboardAsync();
        await appeal.OpenAsync();
        await appeal.ChooseAsync("FR");
        await Expect(write.Email).ToHaveCountAsync(0);
        await write.FillAsync(writer);
        await write.CheckAsync();
        await visitor.InspectAsync("web-form-check");
        await check.SendAsync("WebForm");

        await Expect(visitor.Heading(visitor.Texts["ByHand.Copy"])).ToBeVisibleAsync();
        await visitor.InspectAsync("web-form");
        var text = page.GetByLabel(visitor.Texts["ByHand.Text"], new() { Exact = true });
        var copy = page.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Button, new() { Name = visitor.Texts["Copy.Copy"] }).Last;
        await copy.ClickAsync();
        await Expect(visitor.Button(visitor.Texts["Copy.Done"])).ToBeVisibleAsync();
        var copied = (await page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ReplaceLineEndings("\n");
        Assert.Equal((await text.InputValueAsync()).ReplaceLineEndings("\n"), copied);
        Assert.Contains(writer.Paragraph, copied, StringComparison.Ordinal);

        var form = visitor.Link(visitor.Texts["ByHand.Form.Button"]);
        await Expect(form).ToHaveAttributeAsync("href", "https://www.info.gouv.fr/contact/premier-ministre");
        await Expect(form).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await Expect(form).ToHaveAttributeAsync("target", "_blank");

        await visitor.Button(visitor.Texts["ByHand.Done.WebForm"]).ClickAsync();
        await receipt.ExpectAsync("Reported");
        await visitor.InspectAsync("web-form-reported");
        await visitor.Button(visitor.Texts["Receipt.NotYet"]).ClickAsync();
        await Expect(form).ToBeVisibleAsync();
    });
}

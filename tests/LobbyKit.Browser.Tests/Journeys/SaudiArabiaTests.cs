using System.Text;
using System.Text.RegularExpressions;

namespace LobbyKit.Browser.Tests.Journeys;

/// <summary>By post, in Arabic, on paper.</summary>
[Collection(SharedBrowser.Name)]
public sealed partial class SaudiArabiaTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task A_letter_to_Saudi_Arabia_is_printed_as_a_letter_and_nothing_else(int width) => run.VisitAsync(width, async visitor =>
    {
        var (page, writer) = (visitor.Page, Writer.Layla());
        var (appeal, write) = (new AppealStep(visitor), new WriteStep(visitor));
        var (check, receipt) = (new CheckStep(visitor), new ReceiptStep(visitor));
        await appeal.OpenAsync();
        await appeal.ChooseAsync("Saudi Arabia");
        await write.FillAsync(writer, "Post");
        await write.CheckAsync();
        await visitor.InspectAsync("post-check");
        await check.SendAsync("Post");
        await visitor.InspectAsync("post");
        await visitor.Link(visitor.Texts["ByHand.Post.Open"]).ClickAsync();
        await visitor.InspectAsync("print", only: page.GetByRole(AriaRole.Article));

        var sheet = page.GetByRole(AriaRole.Article);
        await Expect(sheet).ToHaveAttributeAsync("lang", "ar");
        await Expect(sheet).ToHaveAttributeAsync("dir", "rtl");
        await Expect(sheet).ToContainTextAsync(writer.Name);
        await Expect(sheet).ToContainTextAsync("Riyadh");
        await Expect(sheet).ToContainTextAsync("22 نوفمبر 2026");
        await visitor.ReshapeAsync(async () =>
        {
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await Expect(page.GetByRole(AriaRole.Banner)).ToBeHiddenAsync();
            Assert.Equal((await sheet.InnerTextAsync()).Trim(), (await page.InnerTextAsync("body")).Trim());
            var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
            Assert.InRange(PdfPage().Count(pdf), 1, 2);
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
        });

        await visitor.Link(visitor.Texts["Print.Back"]).ClickAsync();
        await visitor.Button(visitor.Texts["ByHand.Done.Post"]).ClickAsync();
        await receipt.ExpectAsync("Reported");
    });

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PdfPage();
}

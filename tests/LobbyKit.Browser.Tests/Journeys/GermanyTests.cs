using System.Globalization;

namespace LobbyKit.Browser.Tests.Journeys;

/// <summary>By e-mail, all the way.</summary>
[Collection(SharedBrowser.Name)]
public sealed class GermanyTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task A_letter_to_Germany_is_confirmed_from_the_mailbox_and_accepted(int width) => run.VisitAsync(width, async visitor =>
    {
        var (page, writer) = (visitor.Page, Writer.Anna());
        var (appeal, write, check) = (new AppealStep(visitor), new WriteStep(visitor), new CheckStep(visitor));
        var (receipt, mailbox) = (new ReceiptStep(visitor), new DemoMailbox(visitor));

        await appeal.OpenAsync();
        await visitor.InspectAsync("appeal");
        await appeal.ChooseAsync("Atlantis");
        await Expect(appeal.Country).ToBeFocusedAsync();
        await visitor.InspectAsync("country-unknown");
        await appeal.ChooseAsync("deutschland");

        await write.CheckButton.ClickAsync();
        await Expect(write.Mistakes).ToBeFocusedAsync();
        await visitor.InspectAsync("write-mistakes");
        await write.OpenAsync("DE");
        await write.FillAsync(writer);
        await Expect(write.Preview).ToContainTextAsync(writer.Paragraph);
        await visitor.InspectAsync("write", from: write.Questions);

        await write.CheckAsync();
        await Expect(check.Letter).ToHaveAttributeAsync("lang", "de");
        await Expect(check.Letter).ToContainTextAsync(writer.Paragraph);
        var letter = await check.Letter.InnerTextAsync();
        await visitor.InspectAsync("check");

        await check.SendAsync("Server");
        await Expect(visitor.Heading(visitor.Texts["Receipt.AwaitingConfirmation.Title"])).ToBeVisibleAsync();
        await visitor.InspectAsync("receipt-waiting");

        await mailbox.ReadAsync(writer.Email);
        await visitor.InspectAsync("mail");
        await mailbox.FollowAsync("/confirm");
        Assert.Equal(letter, await page.Locator(".letter").InnerTextAsync());
        await visitor.InspectAsync("confirm");
        await visitor.Button(visitor.Texts["Confirm.Send"]).ClickAsync();

        await receipt.ExpectAsync("Accepted");
        await visitor.InspectAsync("receipt");
        await AssertTimesOfWhoeverReadsAsync(page.Url.Replace("/en/", "/fr/", StringComparison.Ordinal));
        await mailbox.ReadAsync("poststelle@bk.bund.de");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(writer.Paragraph);
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(writer.Email);
    });

    [SkippableFact]
    public Task A_letter_from_ones_own_mailbox_opens_there_with_address_subject_and_text() => run.VisitAsync(async visitor =>
    {
        var writer = Writer.Anna();
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await write.FillAsync(writer, "OwnMailbox");
        await write.CheckAsync();
        await new CheckStep(visitor).SendAsync("OwnMailbox");

        var mailto = new Uri((await visitor.Link(visitor.Texts["ByHand.Mailbox.Button"]).GetAttributeAsync("href"))!);

        Assert.Equal("poststelle@bk.bund.de", $"{mailto.UserInfo}@{mailto.Host}");
        var subject = await visitor.Page.GetByLabel(visitor.Texts["ByHand.Subject"], new() { Exact = true }).InputValueAsync();
        Assert.StartsWith($"?subject={Uri.EscapeDataString(subject)}&body=", mailto.Query, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString(writer.Paragraph), mailto.Query, StringComparison.Ordinal);
    });

    private async Task AssertTimesOfWhoeverReadsAsync(string receipt)
    {
        var french = CultureInfo.GetCultureInfo("fr");
        foreach (var options in new[] { new VisitOptions { JavaScript = false }, new VisitOptions { TimeZone = "Pacific/Honolulu" } })
        {
            await run.VisitAsync(options with { Language = "fr" }, async reader =>
            {
                await reader.GoAsync(receipt);
                var accepted = reader.Page.Locator("time[data-local=time]").Last;
                var at = DateTime.Parse((await accepted.GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
                var there = options.JavaScript ? at.AddHours(-10) : at;
                await Expect(accepted).ToHaveTextAsync(there.ToString("d MMMM · HH:mm", french) + (options.JavaScript ? " UTC−10" : " UTC"));
                // There it is still the day before.
                await Expect(reader.Page.Locator("time[data-local=date]")).ToHaveTextAsync(there.ToString("dddd d MMMM yyyy", french));
            });
        }
    }
}

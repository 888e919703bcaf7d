namespace LobbyKit.Browser.Tests.Journeys;

[Collection(SharedBrowser.Name)]
public sealed class WithoutJavaScriptTests(BrowserRun run)
{
    [SkippableFact]
    public Task Without_JavaScript_a_letter_goes_all_the_way_and_nothing_is_offered_that_needs_it() =>
        run.VisitAsync(new VisitOptions { JavaScript = false, Width = 375 }, async visitor =>
        {
            var writer = Writer.Anna();
            var (appeal, write, check) = (new AppealStep(visitor), new WriteStep(visitor), new CheckStep(visitor));
            var (receipt, mailbox) = (new ReceiptStep(visitor), new DemoMailbox(visitor));

            await appeal.OpenAsync();
            await appeal.ChooseAsync("Germany");
            await write.CheckButton.ClickAsync();
            await Expect(write.Mistakes.GetByRole(AriaRole.Link)).ToHaveCountAsync(3);
            await write.FillAsync(writer);
            await Expect(visitor.Page.GetByText("Characters left")).ToBeHiddenAsync();
            await write.CheckAsync();
            await check.ChangeButton.ClickAsync();
            await write.ExpectFilledAsync(writer);
            await write.CheckAsync();
            await check.SendAsync("Server");
            await Expect(visitor.Button(visitor.Texts["Copy.Copy"])).ToHaveCountAsync(0);

            await mailbox.ReadAsync(writer.Email);
            await mailbox.FollowAsync("/confirm");
            await visitor.Button(visitor.Texts["Confirm.Send"]).ClickAsync();
            await receipt.ExpectAsync("Accepted");
        });

    [SkippableFact]
    public Task Without_JavaScript_a_country_is_found_in_the_list() =>
        run.VisitAsync(new VisitOptions { JavaScript = false }, async visitor =>
        {
            await new AppealStep(visitor).OpenAsync();
            await visitor.Link(visitor.Texts["Country.All"]).ClickAsync();
            await visitor.Link("Japan").ClickAsync();
            await Expect(visitor.Page.GetByText("Prime Minister of Japan").First).ToBeVisibleAsync();
        });

    [SkippableFact]
    public Task Without_JavaScript_the_email_box_comes_and_goes_with_the_way_of_the_letter() =>
        run.VisitAsync(new VisitOptions { JavaScript = false }, async visitor =>
        {
            var write = new WriteStep(visitor);
            await write.OpenAsync("DE");
            await write.Route("Post").CheckAsync();
            await Expect(write.Email).ToBeHiddenAsync();
            await write.Route("Server").CheckAsync();
            await Expect(write.Email).ToBeVisibleAsync();
        });
}

namespace LobbyKit.Browser.Tests.Behaviour;

[Collection(SharedBrowser.Name)]
public sealed class SlowLineTests(BrowserRun run)
{
    /// <summary>That nothing moved is what every visit is asked at its end.</summary>
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task A_script_that_comes_late_moves_nothing(int width) =>
        run.VisitAsync(new VisitOptions { Width = width, SlowScript = true }, async visitor =>
        {
            var write = new WriteStep(visitor);
            await new AppealStep(visitor).OpenAsync();
            await write.OpenAsync("DE");
            await write.FillAsync(Writer.Anna(), "Post");
            await write.CheckAsync();
            await new CheckStep(visitor).ChangeButton.ClickAsync();
            await Expect(visitor.Page.GetByText("Characters left")).ToBeVisibleAsync();
            await write.CheckAsync();
            await new CheckStep(visitor).SendAsync("Post");
            await Expect(visitor.Button(visitor.Texts["Copy.Copy"])).ToBeVisibleAsync();
            await visitor.Link(visitor.Texts["ByHand.Post.Open"]).ClickAsync();
            await Expect(visitor.Button(visitor.Texts["Print.Print"])).ToBeVisibleAsync();
        });

    [SkippableTheory]
    [InlineData("en", 375)]
    [InlineData("en", 1280)]
    [InlineData("ar", 375)]
    [InlineData("ar", 1280)]
    public Task A_page_that_comes_bit_by_bit_moves_nothing(string language, int width) =>
        run.VisitAsync(new VisitOptions { Language = language, Width = width }, async visitor =>
        {
            foreach (var page in (string[])["", "/country", "/no-office/NG", "/write/DE", "/write/SA"])
            {
                await visitor.GoAsync(visitor.Campaign + page);
                await visitor.AssertNothingMovesBitByBitAsync();
            }
        });

    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public Task Nor_do_the_pages_of_ones_own_letter(int width) => run.VisitAsync(width, async visitor =>
    {
        var (writer, write, check, mailbox) = (Writer.Anna(), new WriteStep(visitor), new CheckStep(visitor), new DemoMailbox(visitor));
        await write.OpenAsync("DE");
        await write.FillAsync(writer, "Post");
        await write.CheckAsync();
        await check.SendAsync("Post");
        await visitor.AssertNothingMovesBitByBitAsync();
        await visitor.Link(visitor.Texts["ByHand.Post.Open"]).ClickAsync();
        await visitor.AssertNothingMovesBitByBitAsync();

        await write.OpenAsync("DE");
        await write.FillAsync(writer);
        await write.CheckAsync();
        await check.SendAsync("Server");
        await visitor.AssertNothingMovesBitByBitAsync();
        await mailbox.ReadAsync(writer.Email);
        await visitor.AssertNothingMovesBitByBitAsync();
        await mailbox.FollowAsync("/confirm");
        await visitor.AssertNothingMovesBitByBitAsync();
    });
}

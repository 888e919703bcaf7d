namespace LobbyKit.Browser.Tests.Steps;

/// <summary>The private page of a letter.</summary>
internal sealed class ReceiptStep(Visitor visitor)
{
    /// <summary>Waits for what becomes of the letter.</summary>
    public async Task ExpectAsync(string state)
    {
        var heading = visitor.Heading(visitor.Texts[$"Receipt.{state}.Title"]);
        for (var tries = 0; tries < 60 && !await heading.IsVisibleAsync(); tries++)
        {
            await Task.Delay(250);
            await visitor.Page.WaitForLoadStateAsync();
            await visitor.Page.ReloadAsync();
        }

        await Expect(heading).ToBeVisibleAsync();
    }
}

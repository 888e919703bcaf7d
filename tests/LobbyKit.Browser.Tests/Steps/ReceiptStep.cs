namespace LobbyKit.Browser.Tests.Steps;

/// <summary>The private page of a letter.</summary>
internal sealed class ReceiptStep(Visitor visitor)
{
    /// <summary>Waits for what becomes of the letter.</summary>
    public async Task ExpectAsync(string state)
    {
        // The step before may still be posting its form; a reload in the midst of that would be cut off.
        await visitor.Page.WaitForURLAsync(address => new Uri(address).Segments is [.., "letters/", var token] && !token.EndsWith('/'));
        var heading = visitor.Heading(visitor.Texts[$"Receipt.{state}.Title"]);
        for (var tries = 0; tries < 60 && !await heading.IsVisibleAsync(); tries++)
        {
            await Task.Delay(250);
            await visitor.Page.ReloadAsync();
        }

        await Expect(heading).ToBeVisibleAsync();
    }
}

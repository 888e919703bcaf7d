namespace LobbyKit.Browser.Tests.Steps;

/// <summary>The mailbox inside the application, as its visitor sees it.</summary>
internal sealed class DemoMailbox(Visitor visitor)
{
    private ILocator Mails => visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem);

    public async Task OpenAsync()
    {
        await visitor.GoAsync($"{visitor.Address}/{visitor.Options.Language}/mailbox");
        await Expect(visitor.Heading(visitor.Texts["Mailbox.Title"])).ToBeVisibleAsync();
    }

    /// <summary>How many e-mails went to an address or are from somebody of this name.</summary>
    public async Task<int> CountAsync(string who)
    {
        await OpenAsync();
        return await Mails.Filter(new() { HasText = who }).CountAsync();
    }

    /// <summary>Opens the newest e-mail that has a text in its list entry, once it is there.</summary>
    public async Task ReadAsync(string who)
    {
        for (var tries = 0; await CountAsync(who) == 0; tries++)
        {
            Assert.True(tries < 60, $"No e-mail of {who} came.");
            await Task.Delay(250);
        }

        await Mails.Filter(new() { HasText = who }).First.GetByRole(AriaRole.Link).ClickAsync();
    }

    /// <summary>Follows the link of the e-mail that is open.</summary>
    public Task FollowAsync(string ending) =>
        visitor.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = ending }).First.ClickAsync();
}

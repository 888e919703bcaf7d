namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>
/// An application and a browser of their own, beside the others': thousands of contacts and a clock that is set back would be in their way.
/// </summary>
[CollectionDefinition(Name)]
public sealed class OwnBrowser : ICollectionFixture<BrowserRun>
{
    public const string Name = "A browser of its own";
}

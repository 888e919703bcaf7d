namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>One after the other: the tests share the browser, its clipboard and the database.</summary>
[CollectionDefinition(Name)]
public sealed class SharedBrowser : ICollectionFixture<BrowserRun>
{
    public const string Name = "Browser";
}

namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>An application of their own, after the others: thousands of contacts and a clock that is set back would be in the others' way.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OwnBrowser : ICollectionFixture<BrowserRun>
{
    public const string Name = "A browser of its own";
}

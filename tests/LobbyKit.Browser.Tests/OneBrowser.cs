namespace LobbyKit.Browser.Tests;

/// <summary>The tests share one browser and run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium";
}

namespace LobbyKit.Browser.Tests.Administer;

/// <summary>An application of its own, full of letters.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BusyBrowser : ICollectionFixture<BusyCampaign>
{
    public const string Name = "A busy campaign";
}

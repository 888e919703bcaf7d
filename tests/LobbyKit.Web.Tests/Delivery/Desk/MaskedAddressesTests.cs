using LobbyKit.Web.Delivery.Desk;

namespace LobbyKit.Web.Tests.Delivery.Desk;

public sealed class MaskedAddressesTests
{
    [Theory]
    [InlineData("5.1.1 <ada@home.example>: user unknown", "5.1.1 [address] user unknown")]
    [InlineData("\"Ada Lovelace\"@home.example is unknown", "[address] is unknown")]
    [InlineData("see https://x.example/?who=ada%40home.example for help", "see [address] for help")]
    [InlineData("ada＠home.example, ada(at)home.example", "[address] [address]")]
    [InlineData("SRS0=abc=de=home.example=ada@relay.example rejected", "[address] rejected")]
    [InlineData("the \"sender\" is not welcome", "the \"sender\" is not welcome")]
    [InlineData("", "")]
    public void Takes_addresses_out_and_leaves_the_words(string said, string shown) => Assert.Equal(shown, MaskedAddresses.In(said));
}

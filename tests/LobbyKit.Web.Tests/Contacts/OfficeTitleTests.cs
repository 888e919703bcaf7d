using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Tests.Contacts;

public sealed class OfficeTitleTests
{
    [Theory]
    [InlineData("Chancellery", "Germany", "Chancellery, Germany")]
    [InlineData("Federal Chancellor of Germany", "Germany", "Federal Chancellor of Germany")]
    [InlineData("President of the Italian Republic", "Italy", "President of the Italian Republic, Italy")]
    public void The_country_is_named_once(string office, string country, string title) => Assert.Equal(title, OfficeTitle.Of(office, country));
}

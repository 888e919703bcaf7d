using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery.Pace;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Tests.Delivery.Pace;

public sealed class PacemakerTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    private readonly Pacemaker pacemaker = new(Options.Create(new PaceOptions { Enabled = true, PerContactPerHour = 100 }));

    [Theory]
    // Many days ahead, the usual pace is enough.
    [InlineData(1000, 20, 100, true)]
    // A working day has 11.5 hours of full weight.
    [InlineData(4600, 4, 100, true)]
    [InlineData(9200, 4, 200, true)]
    // More than the working days can hold at the ceiling: round the clock.
    [InlineData(30000, 2, 625, true)]
    [InlineData(90000, 2, 1200, false)]
    public void The_nearer_the_event_and_the_longer_the_queue_the_faster_up_to_the_ceiling(int letters, int days, double perHour, bool inTime)
    {
        var starts = Now.AddDays(days);

        var pace = pacemaker.Office("GB", [(letters, new CampaignEvent(starts, starts.AddDays(1)))], Now);

        Assert.Equal(inTime, pace.IsInTime);
        Assert.InRange(pace.PerHour, perHour * 0.9, perHour * 1.1);
    }

    [Fact]
    public void Of_two_events_the_one_that_asks_for_more_decides()
    {
        var soon = (200, new CampaignEvent(Now.AddHours(1.5), Now.AddDays(1)));
        var late = (200, new CampaignEvent(Now.AddDays(20), Now.AddDays(21)));

        Assert.Equal(200, pacemaker.Office("GB", [late, soon], Now).PerHour, 1.0);
        Assert.Equal(100, pacemaker.Office("GB", [late], Now).PerHour, 1.0);
    }

    [Fact]
    public void An_event_that_is_over_hurries_nobody()
    {
        var over = (200_000, new CampaignEvent(Now.AddDays(-3), Now.AddDays(-1)));

        Assert.Equal(100, pacemaker.Office("GB", [over], Now).PerHour);
    }

    [Theory]
    [InlineData("US", "America/New_York")]
    [InlineData("RU", "Europe/Moscow")]
    [InlineData("BR", "America/Sao_Paulo")]
    [InlineData("AU", "Australia/Sydney")]
    [InlineData("IN", "Asia/Kolkata")]
    [InlineData("EU", "Europe/Brussels")]
    [InlineData("XAU", "Africa/Addis_Ababa")]
    public void Hours_are_those_of_the_capital(string country, string zone)
    {
        var expected = TimeZoneInfo.FindSystemTimeZoneById(zone);

        Assert.Equal(expected.GetUtcOffset(Now), OfficeTime.Of(country).GetUtcOffset(Now));
        Assert.Equal(expected.GetUtcOffset(Now.AddMonths(7)), OfficeTime.Of(country).GetUtcOffset(Now.AddMonths(7)));
    }

    [Fact]
    public void Every_country_has_its_hours()
    {
        // UTC itself stands for a country that is not known.
        Assert.DoesNotContain(Countries.All, c => OfficeTime.Of(c) == TimeZoneInfo.Utc);
    }
}

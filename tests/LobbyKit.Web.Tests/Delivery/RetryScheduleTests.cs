using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Tests.Delivery;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(MailKind.Letter, 1, 1)]
    [InlineData(MailKind.Letter, 2, 5)]
    [InlineData(MailKind.Letter, 3, 15)]
    [InlineData(MailKind.Letter, 4, 60)]
    [InlineData(MailKind.Letter, 5, 180)]
    [InlineData(MailKind.Letter, 6, 360)]
    [InlineData(MailKind.Letter, 7, 720)]
    [InlineData(MailKind.Letter, 14, 720)]
    [InlineData(MailKind.Confirmation, 1, 1)]
    [InlineData(MailKind.Confirmation, 8, 600)]
    public void Waits_longer_each_time(MailKind kind, int tries, int minutes)
    {
        Assert.Equal(TimeSpan.FromMinutes(minutes), RetrySchedule.WaitAfter(kind, tries, 0));
        Assert.Equal(TimeSpan.FromMinutes(minutes * 1.1), RetrySchedule.WaitAfter(kind, tries, 1));
    }

    [Theory]
    [InlineData(MailKind.Letter, 4, 5)]
    [InlineData(MailKind.Confirmation, 0.5, 1)]
    public void Gives_up_within_the_time_that_makes_sense(MailKind kind, double leastDays, double mostDays)
    {
        var tries = RetrySchedule.Tries(kind);
        foreach (var chance in new[] { 0.0, 1.0 })
        {
            var total = Enumerable.Range(1, tries - 1).Select(t => RetrySchedule.WaitAfter(kind, t, chance)!.Value).Aggregate((a, b) => a + b);

            Assert.InRange(total, TimeSpan.FromDays(leastDays), TimeSpan.FromDays(mostDays));
        }

        Assert.Null(RetrySchedule.WaitAfter(kind, tries, 0));
        Assert.Null(RetrySchedule.WaitAfter(kind, tries + 1, 0));
    }
}

using static LobbyKit.Web.Delivery.AnswerReason;

namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>
/// Which run of failures stops which lane. What is about us stops everything at once: every other letter would only use up a try. An answer
/// about a mailbox says nothing of its neighbours, and an address that does not exist is for <see cref="Returns.RefusedAddresses"/> to stop; one about the letter says something of its campaign.
/// </summary>
internal static class BreakerRules
{
    /// <summary>The first row that fits counts; a failure that no row fits is no sign of anything for that lane.</summary>
    private static readonly BreakerRule[] Table =
    [
        new(LaneKind.Relay, true, [], 1, 5, [Seconds(5), Seconds(10), Seconds(20), Seconds(40), Seconds(80), Seconds(160), Minutes(5)]),
        new(LaneKind.Relay, false, [NoAnswer, BrokenOff, NotSmtp], 5, 3, [Seconds(30), Minutes(1), Minutes(2), Minutes(5)]),
        new(LaneKind.Contact, false, [MailboxFull], 5, 0, [Hours(1), Hours(3), Hours(6)]),
        new(LaneKind.Domain, false, [Busy, Policy, Refused, OurServer], 10, 0, [Minutes(5), Minutes(15), Hours(1), Hours(3)]),
        new(LaneKind.Campaign, false, [Policy, Refused, TooLarge], 20, 0, [Minutes(15), Hours(1), Hours(3)]),
    ];

    public static BreakerRule? For(LaneKind kind, bool isAboutUs, AnswerReason reason) => Table.FirstOrDefault(r => r.Fits(kind, isAboutUs, reason));

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);
}

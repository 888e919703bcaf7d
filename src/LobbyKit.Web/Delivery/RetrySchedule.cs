namespace LobbyKit.Web.Delivery;

/// <summary>How long to wait after each try that was put off. When the waits are used up, the e-mail is given up.</summary>
public static class RetrySchedule
{
    /// <summary>
    /// RFC 5321, 4.5.4.1: a letter is tried for four to five days, jitter included. Whoever waits for a confirmation has given up after one.
    /// Counted in tries, not in time, so that a server that was switched off for a week gives nothing up.
    /// </summary>
    private static readonly Dictionary<MailKind, TimeSpan[]> Waits = new()
    {
        [MailKind.Confirmation] = [Minutes(1), Minutes(2), Minutes(5), Minutes(15), Hours(1), Hours(3), Hours(6), Hours(10)],
        // After a day a link is of no use to anybody; the person has asked again.
        [MailKind.Account] = [Minutes(1), Minutes(2), Minutes(5), Minutes(15), Hours(1), Hours(3), Hours(6), Hours(10)],
        [MailKind.Notice] = [Minutes(1), Minutes(5), Minutes(15), Hours(1), Hours(3), Hours(6), Hours(12), Hours(12), Hours(12)],
        [MailKind.Test] = [Minutes(1), Minutes(5), Minutes(15)],
        [MailKind.Letter] =
        [
            Minutes(1), Minutes(5), Minutes(15), Hours(1), Hours(3), Hours(6),
            .. Enumerable.Repeat(Hours(12), 8),
        ],
    };

    /// <summary>Up to this part of a wait is added, so that what failed together does not come back together.</summary>
    private const double Jitter = 0.1;

    /// <summary>How many tries an e-mail gets in all.</summary>
    public static int Tries(MailKind kind) => Waits[kind].Length + 1;

    /// <param name="kind">The e-mail's.</param>
    /// <param name="tries">How many were made, one at least.</param>
    /// <param name="chance">From 0 to 1.</param>
    /// <returns>The wait before the next try; null where there is none.</returns>
    public static TimeSpan? WaitAfter(MailKind kind, int tries, double chance) =>
        tries <= Waits[kind].Length ? Waits[kind][tries - 1] * (1 + (Jitter * chance)) : null;

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);
}

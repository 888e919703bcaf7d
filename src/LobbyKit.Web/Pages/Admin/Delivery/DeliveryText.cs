using System.Globalization;
using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Pages.Admin.Delivery;

/// <summary>Delivery's figures in words.</summary>
public static class DeliveryText
{
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(int count, string one = "e-mail", string many = "e-mails") => count == 1 ? $"1 {one}" : $"{Number(count)} {many}";

    /// <summary>"22 Nov 2026, 05:15:07 UTC": a mail server's log has seconds.</summary>
    public static string Exact(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Time(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Clock(DateTime utc) => utc.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"40 minutes", "3 days".</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalHours: < 1 } => Count((int)span.TotalMinutes, "minute", "minutes"),
        { TotalDays: < 2 } => Count((int)span.TotalHours, "hour", "hours"),
        _ => Count((int)span.TotalDays, "day", "days"),
    };

    /// <summary>"0.34 s".</summary>
    public static string Seconds(TimeSpan span) => span.TotalSeconds < 0.01 ? "< 0.01 s" : span.TotalSeconds.ToString("0.00 's'", CultureInfo.InvariantCulture);

    public static string PerHour(double letters) => letters.ToString(letters is > 0 and < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture);

    /// <summary>What a pause holds up: by our mail server go all.</summary>
    public static string Paused(LaneKind kind, string title) => kind == LaneKind.Relay ? "All mail" : title;

    public static string Name(MailAction action) => action switch
    {
        MailAction.Retry => "Retry now",
        MailAction.Hold => "Hold",
        MailAction.Release => "Let go",
        MailAction.Drop => "Drop",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    /// <summary>What pressing the button does with one, or with many.</summary>
    public static string Meaning(MailAction action, bool isOne) => (action, isOne) switch
    {
        (MailAction.Retry, true) => "Its next try is due at once, instead of later. Pace, stops and pauses still hold.",
        (MailAction.Retry, false) => "Their next try is due at once, instead of later. Pace, stops and pauses still hold.",
        (MailAction.Hold, true) => "It stays where it is until somebody lets it go. Its supporter sees nothing of it: for them the letter waits.",
        (MailAction.Hold, false) => "They stay where they are until somebody lets them go. Their supporters see nothing of it: for them the letters wait.",
        (MailAction.Release, true) => "It waits for its turn again, as before it was held. Workers see it within a minute.",
        (MailAction.Release, false) => "They wait for their turn again, as before they were held. Workers see them within a minute.",
        (MailAction.Drop, true) => "It is taken out for good and is never sent. Its supporter’s receipt says that the campaign’s people took the letter out, and shows your "
            + "reason. It cannot be undone; the supporter may write again.",
        (MailAction.Drop, false) => "They are taken out for good and are never sent. Each supporter’s receipt says that the campaign’s people took the letter out, and shows "
            + "your reason. It cannot be undone; the supporter may write again.",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    /// <summary>With which it can be done.</summary>
    public static string Condition(MailAction action) => action switch
    {
        MailAction.Retry => "put off, and in no worker’s hand",
        MailAction.Hold => "waiting, and in no worker’s hand",
        MailAction.Release => "held",
        _ => "waiting or held, and in no worker’s hand",
    };

    public static string Done(MailAction action) => action switch
    {
        MailAction.Retry => "due now",
        MailAction.Hold => "held",
        MailAction.Release => "let go",
        _ => "dropped",
    };
}

using System.Globalization;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Pages.Organise.Letters;

namespace LobbyKit.Web.Pages.Organise.Dashboard;

/// <summary>The dashboard's figures in words.</summary>
public static class DashboardText
{
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"22 Nov".</summary>
    public static string ShortDay(string key) => Day(key).ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>"Sun 22 Nov 2026".</summary>
    public static string LongDay(string key) => Day(key).ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Clock(DateTime utc) => utc.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>"12 sent by LobbyKit, 3 reported".</summary>
    public static string Tally(int sent, int reported) => $"{Number(sent)} sent by LobbyKit, {Number(reported)} reported";

    public static string State(LetterState state) => state switch
    {
        LetterState.AwaitingConfirmation => "Waiting for their supporters",
        LetterState.Expired => "Never confirmed",
        LetterState.Withdrawn => "Taken back",
        LetterState.Held => "Held back as doubtful",
        LetterState.Queued => "Queued",
        LetterState.Sending => "Being sent",
        LetterState.Retrying => "To be tried again",
        LetterState.Accepted => "Accepted by the office’s server",
        LetterState.Rejected => "Refused",
        LetterState.Bounced => "Returned as undeliverable",
        LetterState.Answered => "Answered by the office",
        LetterState.Reported => "Reported as sent by hand",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Where it stands against its goal, and what it takes.</summary>
    public static IEnumerable<string> Pace(DashboardView view)
    {
        var pace = view.Pace;
        var now = view.At;
        var campaign = view.Campaign;
        if (campaign.State is not (CampaignState.Draft or CampaignState.Scheduled) && now < campaign.OpensAt)
        {
            yield return $"It opens on {LetterText.Time(campaign.OpensAt)}.";
        }
        else if (pace.TimeLeft == TimeSpan.Zero)
        {
            yield return $"It closed on {LetterText.Time(campaign.ClosesAt)}.";
        }
        else if (!view.IsOpen)
        {
            yield return $"It takes no letters: it is {campaign.State.ToString().ToLowerInvariant()}.";
        }

        yield return pace.Goal == 0 ? "No goal is set."
            : pace.Missing == 0 ? $"The goal of {Letters(pace.Goal)} is reached."
            : $"{Number(pace.Letters)} of {Letters(pace.Goal)}: {Percent(pace.Letters, pace.Goal)} of the goal.";
        if (!view.IsOpen)
        {
            yield break;
        }

        if (pace.Missing > 0 && pace.TimeLeft.TotalDays >= 1)
        {
            yield return $"To reach it, {Letters(pace.NeededPerDay)} a day are needed until it closes on {LetterText.Time(campaign.ClosesAt)}.";
        }
        else if (pace.Missing > 0)
        {
            yield return $"To reach it, {Letters(pace.Missing)} are needed until it closes on {LetterText.Time(campaign.ClosesAt)}.";
        }

        if (pace is { LatelyPerDay: { } lately, ExpectedAtClose: { } expected })
        {
            var days = pace.LatelyDays == 1 ? "Yesterday it was" : $"Over the last {pace.LatelyDays} whole days it was";
            yield return $"{days} {PerDay(lately)} a day. At that pace there are about {Letters(expected)} at the close.";
        }
        else
        {
            yield return "It is too young to tell how many come in a day.";
        }
    }

    public static string DaysToEvent(int days) => days switch
    {
        < 0 => "over",
        0 => "now",
        _ => Number(days),
    };

    /// <summary>Days until it closes, on the last one hours.</summary>
    public static (string Number, string Unit) UntilClose(TimeSpan left) => left.TotalDays >= 1
        ? (Number((int)left.TotalDays), (int)left.TotalDays == 1 ? "whole day until it closes" : "whole days until it closes")
        : (Number((int)Math.Ceiling(left.TotalHours)), left.TotalHours <= 1 ? "hour until it closes" : "hours until it closes");

    /// <summary>"45 %" of the step before; a dash where nobody came that far.</summary>
    public static string Percent(int part, int whole) =>
        whole == 0 ? "–" : (100.0 * part / whole) is var share && share is > 0 and < 1 ? "under 1 %" : $"{Math.Round(share).ToString("N0", CultureInfo.InvariantCulture)} %";

    /// <summary>The steps in their order, with what each had.</summary>
    public static IReadOnlyList<(string Step, int Count, bool IsAbout)> Steps(JourneySteps steps) =>
    [
        ("Appeal seen", steps.AppealSeen, true),
        ("Form opened", steps.FormOpened, true),
        ("Letter checked", steps.LetterChecked, true),
        ("Handed in", steps.HandedIn, false),
        ("Confirmed, or reported", steps.Confirmed, false),
        ("Accepted, or reported", steps.Arrived, false),
    ];

    /// <summary>What the offices' servers answered.</summary>
    public static string Answer(DeliveryOutcome outcome, AnswerReason reason) => outcome switch
    {
        DeliveryOutcome.Accepted => "Accepted",
        DeliveryOutcome.TryLater => $"Waiting, because {Why(reason)}",
        DeliveryOutcome.Rejected => $"Refused, because {Why(reason)}",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>Who can do something about it, and an admin what; empty where time does.</summary>
    public static string Advice(AnswerReason reason, bool isAdmin) => reason switch
    {
        AnswerReason.NoSuchAddress or AnswerReason.MailboxClosed when isAdmin => "Look for the office’s address of today on its official page, and change the contact.",
        AnswerReason.NoSuchAddress or AnswerReason.MailboxClosed => "Ask an admin to look for the office’s address of today.",
        AnswerReason.AddressNotSupported when isAdmin => "Use a mail server that speaks SMTPUTF8, or find an address of the office in plain letters.",
        AnswerReason.AddressNotSupported => "Ask an admin to look for an address of the office in plain letters.",
        AnswerReason.Policy => "Letters that are much alike are filtered: see how alike yours are.",
        AnswerReason.TooLarge => "See how long the letter is, and how much room a supporter’s own paragraph has.",
        AnswerReason.NameUnknown when isAdmin => "See whether LobbyKit:Mail:Host is written right, and whether this machine finds names on the internet.",
        AnswerReason.Unreachable when isAdmin => "See whether the mail server runs, and whether LobbyKit:Mail:Port and the firewalls let this machine reach it.",
        AnswerReason.BrokenOff when isAdmin => "Look into the mail server’s log at the time of the last one. Where it is slow and not broken, raise LobbyKit:Mail:TimeoutSeconds.",
        AnswerReason.NotSmtp when isAdmin => "Something else listens there: see LobbyKit:Mail:Host and Port. A port that wants TLS at once needs LobbyKit:Mail:Security Tls.",
        AnswerReason.Unprotected when isAdmin => "See the mail server’s certificate: has it expired, is it for the name in LobbyKit:Mail:Host, is its authority known to this machine? And whether LobbyKit:Mail:Security fits the port.",
        AnswerReason.OurLogin when isAdmin => "See LobbyKit:Mail:UserName and Password, and whether the account is blocked.",
        AnswerReason.OurServer when isAdmin => "See whether the mail server may send for the domain of LobbyKit:Mail:FromAddress (SPF, DKIM, DMARC), and whether its address is on a block list.",
        AnswerReason.NoAnswer when isAdmin => "Look into this application’s log at the time of the last one.",
        AnswerReason.NoAnswer or AnswerReason.NameUnknown or AnswerReason.Unreachable or AnswerReason.BrokenOff or AnswerReason.NotSmtp or AnswerReason.Unprotected
            or AnswerReason.OurLogin or AnswerReason.OurServer => "Tell whoever runs this installation: its mail server has to be put right.",
        _ => "",
    };

    private static string Why(AnswerReason reason) => reason switch
    {
        AnswerReason.NoAnswer => "something went wrong here",
        AnswerReason.NameUnknown => "our mail server’s name cannot be found",
        AnswerReason.Unreachable => "our mail server cannot be reached, or does not answer",
        AnswerReason.BrokenOff => "the conversation with the mail server broke off, or took too long",
        AnswerReason.NotSmtp => "what answers does not speak as a mail server does",
        AnswerReason.Unprotected => "the connection to our mail server cannot be protected",
        AnswerReason.Busy => "the server is busy, or lets unknown senders wait",
        AnswerReason.MailboxFull => "the mailbox is full",
        AnswerReason.MailboxClosed => "the mailbox takes no mail",
        AnswerReason.NoSuchAddress => "the address does not exist",
        AnswerReason.TooLarge => "the letter is too large",
        AnswerReason.AddressNotSupported => "a mail server on the way cannot deal with the letters of the address",
        AnswerReason.Policy => "a rule or a filter of theirs keeps it out",
        AnswerReason.OurLogin => "our mail server wants another login",
        AnswerReason.OurServer => "our own mail server, or its address, was not let in",
        _ => "the server did not take it, and its codes say no more",
    };

    private static string Letters(int count) => LetterText.Count(count, "letter", "letters");

    private static string PerDay(double letters) => letters is > 0 and < 1 ? "less than one letter" : Letters((int)Math.Round(letters));

    private static DateOnly Day(string key) => DateOnly.ParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

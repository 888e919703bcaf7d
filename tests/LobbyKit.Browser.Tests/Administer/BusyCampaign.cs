using Bogus;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Browser.Tests.Administer;

/// <summary>
/// The sample campaign three weeks on: letters by every way and in every state, to its own offices and to a made-up one that refuses them.
/// Nothing goes out by itself; every figure is the application's own count of what is put in here.
/// </summary>
public sealed class BusyCampaign() : BrowserRun(new()
{
    ["LobbyKit:Role"] = "Web",
    ["LobbyKit:Mail:Host"] = "127.0.0.1",
    ["LobbyKit:Mail:Port"] = "1",
    ["LobbyKit:Mail:Security"] = "None",
    ["LobbyKit:Mail:FromAddress"] = "letters@campaign.example",
    ["LobbyKit:Mail:RequireVerifiedContacts"] = "false",
    ["LobbyKit:Pace:Enabled"] = "true",
})
{
    private const int Days = 20;
    private const int LettersOfADay = 220;
    private const int Failures = 6;

    private static readonly (string Country, string Language, float Share)[] Countries =
    [
        ("DE", "de", .24f), ("GB", "en", .14f), ("IT", "it", .12f), ("CA", "en", .1f), ("FR", "fr", .1f), ("BR", "pt", .08f), ("PL", "en", .06f), ("ZA", "en", .05f),
        ("IN", "en", .05f), ("CH", "de", .03f), ("FI", "en", .03f),
    ];

    private readonly Randomizer random = new(20130905);

    public int CampaignId { get; private set; }

    /// <summary>The made-up office, of which the server takes nothing any more.</summary>
    public int RefusingId { get; private set; }

    private DateTime Now => Application.Clock.GetUtcNow().UtcDateTime;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        CampaignId = await Workspace.SampleAsync(Application);
        var refusing = new Contact { CountryCode = "CH", CountryName = "Switzerland", Office = "Federal Office for Samples", CreatedAt = Now };
        refusing.Channels.Add(new ContactChannel { Kind = ChannelKind.Email, Address = "registratur-und-kanzlei.zentrale-eingangsstelle@post.samples.example" });
        await Application.ChangeDatabaseAsync(async db => await db.Contacts.AddAsync(refusing));
        RefusingId = refusing.Id;
        await Application.ChangeDatabaseAsync(FillAsync);
        var journeys = Application.Service<JourneyCounting>();
        foreach (var (country, _, share) in Countries)
        {
            Visit(journeys, country, JourneyStep.FormOpened, share * 5200);
            Visit(journeys, country, JourneyStep.LetterChecked, share * 3900);
        }

        Visit(journeys, "", JourneyStep.AppealSeen, 11_900);
        await journeys.RunAsync(CancellationToken.None);
        await Application.Service<LetterCounting>().RunAsync(CancellationToken.None);
        await Application.Service<AnswerCounting>().RunAsync(CancellationToken.None);
    }

    private void Visit(JourneyCounting journeys, string country, JourneyStep step, float times)
    {
        for (var i = 0; i < times; i++)
        {
            journeys.Add(CampaignId, country, step);
        }
    }

    private async Task FillAsync(LobbyKitDbContext db)
    {
        var offices = await db.Contacts.Include(c => c.Channels).Where(c => c.Id != RefusingId).OrderBy(c => c.Id).ToListAsync();
        var version = await db.LetterTemplateVersions.Select(v => v.Id).FirstAsync();
        for (var day = Days; day >= 0; day--)
        {
            // More towards the end, fewer at weekends.
            var date = DateOnly.FromDateTime(Now.AddDays(-day));
            var letters = LettersOfADay * (2 * Days - day) / (2 * Days) * (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 6 : 10) / 10;
            foreach (var at in Enumerable.Range(0, letters + random.Int(-20, 20)).Select(_ => Now.AddDays(-day).AddMinutes(-random.Int(5, 520))).Order())
            {
                var (country, language, _) = random.WeightedRandom(Countries, [.. Countries.Select(c => c.Share)]);
                var office = offices.Where(c => c.CountryCode == country).MaxBy(c => c.Channel(ChannelKind.Email) is not null)!;
                Add(db, NewLetter(office.Id, version, country, language, at), office);
            }
        }

        for (var i = 0; i < 12; i++)
        {
            var mail = Send(NewLetter(RefusingId, version, "CH", "de", Now.AddHours(-9).AddMinutes(i)), RefusingId);
            if (i < Failures)
            {
                mail.DueAt = Now.AddMinutes(20 + i);
                Try(mail, DeliveryOutcome.TryLater, 452, "4.2.2", "over quota");
            }

            db.Outbox.Add(mail);
        }

        db.DeliveryLanes.Add(new DeliveryLane
        {
            Kind = LaneKind.Contact,
            Key = $"{RefusingId}",
            NextAt = Now,
            Failures = Failures,
            FailingBecause = AnswerReason.MailboxFull,
            // One more was tried after an hour; the next one is three hours later.
            StoppedAt = Now.AddHours(-3.5),
            ProbeAt = Now.AddMinutes(30),
            Probes = 1,
            ToldAt = Now.AddHours(-3.5),
        });
        var paused = offices.First(c => c.CountryCode == "FI" && c.Channel(ChannelKind.Email) is not null);
        db.DeliveryPauses.Add(new DeliveryPause { Kind = LaneKind.Contact, Which = $"{paused.Id}", Since = Now.AddHours(-3), By = "Maria Oliveira" });
    }

    private void Add(LobbyKitDbContext db, Letter letter, Contact office)
    {
        var chance = random.Float();
        if (office.Channel(ChannelKind.Email) is null || chance < .08)
        {
            letter.Route = office.Channel(ChannelKind.WebForm) is not null && random.Bool(.7f) ? LetterRoute.WebForm : LetterRoute.Post;
            letter.State = random.Bool(.8f) ? LetterState.Reported : LetterState.AwaitingConfirmation;
            db.Letters.Add(letter);
            return;
        }

        if (chance < .18)
        {
            letter.State = letter.CreatedAt < Now.AddDays(-7) ? LetterState.Expired : LetterState.AwaitingConfirmation;
            db.Letters.Add(letter);
            return;
        }

        var mail = Send(letter, office.Id);
        if (letter.CreatedAt < Now.AddHours(-14))
        {
            var isRefused = random.Bool(.02f);
            mail.State = isRefused ? OutboxState.Rejected : OutboxState.Accepted;
            mail.FinishedAt = letter.CreatedAt.AddHours(random.Float(0, 3));
            letter.State = isRefused ? LetterState.Rejected : random.Bool(.02f) ? LetterState.Answered : LetterState.Accepted;
            Try(mail, isRefused ? DeliveryOutcome.Rejected : DeliveryOutcome.Accepted, isRefused ? 554 : 250, isRefused ? "5.7.1" : "2.0.0", "");
        }
        else if (random.Bool(.15f))
        {
            letter.State = LetterState.Retrying;
            mail.DueAt = Now.AddMinutes(random.Int(3, 90));
            Try(mail, DeliveryOutcome.TryLater, 451, "4.7.1", "greylisted");
        }

        db.Outbox.Add(mail);
    }

    private Letter NewLetter(int officeId, int version, string country, string language, DateTime at) => new()
    {
        CampaignId = CampaignId,
        ContactId = officeId,
        TemplateVersionId = version,
        CountryCode = country,
        Language = language,
        ReaderLanguage = "en",
        State = LetterState.Queued,
        ReceiptTokenHash = random.Hash(64),
        ConsentVersion = "1",
        ConsentAt = at,
        CreatedAt = at,
        CreatedOn = DateOnly.FromDateTime(at),
        StateAt = Now,
    };

    private OutboxMail Send(Letter letter, int officeId) => new()
    {
        Kind = MailKind.Letter,
        State = OutboxState.Waiting,
        Letter = letter,
        CampaignId = CampaignId,
        ContactId = officeId,
        MessageId = $"{random.Hash(32)}@campaign.example",
        CreatedAt = letter.CreatedAt,
        DueAt = letter.CreatedAt,
    };

    private void Try(OutboxMail mail, DeliveryOutcome outcome, int code, string enhanced, string words)
    {
        var at = mail.FinishedAt ?? Now.AddMinutes(-random.Int(4, 90));
        mail.AttemptCount = 1;
        mail.Attempts.Add(new DeliveryAttempt
        {
            Number = 1,
            StartedAt = at.AddMilliseconds(-random.Int(40, 900)),
            FinishedAt = at,
            Outcome = outcome,
            ReplyCode = code,
            EnhancedCode = enhanced,
            SealedReply = words.Length == 0 ? null : Application.Service<SealedJson>().Seal(
                $"<registratur-und-kanzlei.zentrale-eingangsstelle@post.samples.example>: {words}, ref {random.Hash(64)}; https://post.samples.example/hilfe/{random.Hash(40)}"),
        });
    }
}

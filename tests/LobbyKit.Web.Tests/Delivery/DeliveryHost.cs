using Bogus;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>Delivery as the application composes it, on a database file and keys of its own, with nothing running by itself.</summary>
internal sealed class DeliveryHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly Randomizer random = new(20130905);
    private readonly Faker faker;

    private readonly bool ownsFolder;
    private readonly int mailPort;
    private bool isStarted;

    private DeliveryHost(IHost host, ManualClock clock, string folder, LogLines log, int mailPort, bool ownsFolder)
    {
        (this.host, Clock, Folder, Log, this.mailPort, this.ownsFolder) = (host, clock, folder, log, mailPort, ownsFolder);
        faker = new Faker { Random = random };
    }

    public ManualClock Clock { get; }

    public string Folder { get; }

    public LogLines Log { get; }

    public Campaign Campaign { get; private set; } = null!;

    public Contact Contact { get; private set; } = null!;

    public IServiceProvider Services => host.Services;

    public DeliveryBatch Batch => Services.GetRequiredService<DeliveryBatch>();

    public Outbox Outbox => Services.GetRequiredService<Outbox>();

    public static string DatabaseIn(string folder) => Path.Combine(folder, "database", "lobbykit.db");

    /// <summary>The settings that a process needs to stand on this host's folder.</summary>
    public static Dictionary<string, string?> Settings(string folder, int mailPort) => new()
    {
        ["LobbyKit:Database:ConnectionString"] = $"Data Source={DatabaseIn(folder)}",
        ["LobbyKit:Site:PublicUrl"] = "https://letters.example",
        ["LobbyKit:Seed:Contacts"] = "",
        ["LobbyKit:Seed:Campaigns"] = "",
        ["LobbyKit:Keys:Folder"] = Path.Combine(folder, "keys"),
        ["LobbyKit:Mail:Host"] = "127.0.0.1",
        ["LobbyKit:Mail:Port"] = $"{mailPort}",
        ["LobbyKit:Mail:Security"] = "None",
        ["LobbyKit:Mail:FromAddress"] = "letters@campaign.example",
        ["LobbyKit:Pace:Enabled"] = "false",
        ["LobbyKit:Mail:DemoMailboxFolder"] = Path.Combine(folder, "mailbox"),
    };

    public static async Task<DeliveryHost> CreateAsync(TestSmtpServer? server = null, Action<Dictionary<string, string?>>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("lobbykit-delivery-").FullName;
        var settings = Settings(folder, server?.Port ?? 1);
        change?.Invoke(settings);
        var made = Compose(folder, "Production", settings, new ManualClock(), server?.Port ?? 1, ownsFolder: true);
        await made.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        await made.SeedAsync();
        return made;
    }

    /// <summary>Another process, as it were, on the same database and keys.</summary>
    public static DeliveryHost SecondWorker(DeliveryHost first, Action<Dictionary<string, string?>>? change = null)
    {
        var settings = Settings(first.Folder, first.mailPort);
        change?.Invoke(settings);
        var made = Compose(first.Folder, "Production", settings, new ManualClock(first.Clock.GetUtcNow()), first.mailPort, ownsFolder: false);
        (made.Campaign, made.Contact) = (first.Campaign, first.Contact);
        return made;
    }

    /// <summary>Composed, nothing started, no database made.</summary>
    public static DeliveryHost Compose(string folder, string environment, Dictionary<string, string?> settings) =>
        Compose(folder, environment, settings, new ManualClock(), 0, ownsFolder: false);

    private static DeliveryHost Compose(
        string folder, string environment, Dictionary<string, string?> settings, ManualClock clock, int mailPort, bool ownsFolder)
    {
        var log = new LogLines();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder, EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddLobbyKitSecrets(builder.Configuration, builder.Environment);
        builder.Services.AddLobbyKitData(builder.Configuration);
        builder.Services.AddDelivery(builder.Configuration);
        return new DeliveryHost(builder.Build(), clock, folder, log, mailPort, ownsFolder);
    }

    public LobbyKitDbContext NewContext() => Services.GetRequiredService<IDbContextFactory<LobbyKitDbContext>>().CreateDbContext();

    public async Task StartAsync()
    {
        await host.StartAsync();
        isStarted = true;
    }

    public void Wake() => Services.GetRequiredService<DeliverySignal>().Wake();

    /// <summary>What a worker leaves behind that was killed after its claim.</summary>
    public async Task ClaimAndDieAsync(OutboxMail row, TimeSpan lease)
    {
        await using var db = NewContext();
        var mail = await db.Outbox.Include(m => m.Letter).SingleAsync(m => m.Id == row.Id);
        (mail.ClaimId, mail.ClaimedUntil) = (Guid.NewGuid(), Clock.UtcNow + lease);
        mail.Letter!.MoveTo(LetterState.Sending, Clock.UtcNow, LetterActor.Delivery);
        await db.SaveChangesAsync();
    }

    public OutgoingMail NewMail(string? to = null)
    {
        var addresses = Services.GetRequiredService<MailAddresses>();
        return new OutgoingMail
        {
            MessageId = addresses.NewMessageId(),
            Date = Clock.GetUtcNow(),
            EnvelopeFrom = addresses.EnvelopeFrom,
            FromAddress = addresses.FromAddress,
            FromName = MailAddresses.NameVia(faker.Name.FullName(), "Open Letters"),
            ReplyToAddress = faker.Internet.Email(provider: "supporter.example"),
            ToAddress = to ?? "office@government.example",
            Subject = faker.Lorem.Sentence(),
            Body = faker.Lorem.Paragraphs(2, "\n\n"),
        };
    }

    /// <summary>So many confirmed letters to a contact.</summary>
    public async Task QueueLettersAsync(int count, Contact? contact = null, Campaign? campaign = null)
    {
        for (var i = 0; i < count; i++)
        {
            await QueueLetterAsync(contact: contact, campaign: campaign);
        }
    }

    /// <summary>Runs batch after batch, one each step of the clock, until the time is over.</summary>
    /// <returns>When letters were accepted.</returns>
    public async Task<IReadOnlyList<DateTime>> PassAsync(TimeSpan time, TimeSpan step)
    {
        var accepted = new List<DateTime>();
        for (var until = Clock.UtcNow + time; Clock.UtcNow < until; Clock.Advance(step))
        {
            var result = await Batch.RunAsync(CancellationToken.None);
            accepted.AddRange(Enumerable.Repeat(Clock.UtcNow, result.Accepted));
        }

        return accepted;
    }

    /// <summary>Another campaign, with an event of its own.</summary>
    public async Task<Campaign> AddCampaignAsync(string slug, DateOnly starts)
    {
        await using var db = NewContext();
        var campaign = NewCampaign(slug);
        (campaign.EventStarts, campaign.EventEnds) = (starts, starts.AddDays(1));
        db.Campaigns.Add(campaign);
        await db.SaveChangesAsync();
        return campaign;
    }

    /// <summary>A confirmed letter with its e-mail in the outbox, saved.</summary>
    public async Task<OutboxMail> QueueLetterAsync(Func<OutgoingMail, OutgoingMail>? change = null, Contact? contact = null, Campaign? campaign = null)
    {
        await using var db = NewContext();
        var letter = NewLetter(LetterState.Queued, contact);
        letter.CampaignId = (campaign ?? Campaign).Id;
        var mail = NewMail();
        db.Letters.Add(letter);
        var row = Outbox.Add(db, MailKind.Letter, change?.Invoke(mail) ?? mail, letter.CampaignId, letter, letter.ContactId, Clock.UtcNow);
        await db.SaveChangesAsync();
        return row;
    }

    /// <summary>An unconfirmed letter with the request for confirmation in the outbox, saved.</summary>
    public async Task<OutboxMail> QueueConfirmationAsync(LetterState state = LetterState.AwaitingConfirmation)
    {
        await using var db = NewContext();
        var letter = NewLetter(state);
        db.Letters.Add(letter);
        var row = Outbox.Add(
            db, MailKind.Confirmation, NewMail("supporter@home.example") with { IsAutomatic = true }, Campaign.Id, letter, null, Clock.UtcNow);
        await db.SaveChangesAsync();
        return row;
    }

    public Letter NewLetter(LetterState state, Contact? contact = null) => new()
    {
        CampaignId = Campaign.Id,
        ContactId = (contact ?? Contact).Id,
        TemplateVersionId = Campaign.LetterTemplates[0].Versions[0].Id,
        CountryCode = "FR",
        Language = "en",
        ReaderLanguage = "en",
        State = state,
        ReceiptTokenHash = SecretTokens.Hash(SecretTokens.New()),
        ConsentVersion = "1",
        ConsentAt = Clock.UtcNow,
        CreatedAt = Clock.UtcNow,
        CreatedOn = DateOnly.FromDateTime(Clock.UtcNow),
        StateAt = Clock.UtcNow,
    };

    public async Task<Contact> AddContactAsync(string office, DateTime? verifiedAt, string address = "office@government.example", string country = "FR")
    {
        await using var db = NewContext();
        var contact = new Contact { CountryCode = country, CountryName = country, Office = office, CreatedAt = Clock.UtcNow };
        contact.Channels.Add(new ContactChannel { Kind = ChannelKind.Email, Address = address, VerifiedAt = verifiedAt });
        db.Contacts.Add(contact);
        await db.SaveChangesAsync();
        return contact;
    }

    /// <summary>The e-mail as it is in the database now, with its letter and attempts.</summary>
    public async Task<OutboxMail> ReadAsync(OutboxMail row)
    {
        await using var db = NewContext();
        return await db.Outbox.AsNoTracking().Include(m => m.Sealed).Include(m => m.Attempts).Include(m => m.Letter!.Events).SingleAsync(m => m.Id == row.Id);
    }

    public async ValueTask DisposeAsync()
    {
        if (isStarted)
        {
            await host.StopAsync();
        }

        host.Dispose();
        if (ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private async Task SeedAsync()
    {
        await using var db = NewContext();
        Campaign = NewCampaign("test");
        db.Campaigns.Add(Campaign);
        await db.SaveChangesAsync();
        Contact = await AddContactAsync("Office of the President", Clock.UtcNow);
    }

    private Campaign NewCampaign(string slug)
    {
        var campaign = new Campaign
        {
            Slug = slug,
            State = CampaignState.Open,
            SourceLanguage = "en",
            EventTimeZone = "UTC",
            Accent = "#204060",
            SenderName = "Open Letters",
            ConsentVersion = "1",
            CreatedAt = Clock.UtcNow,
        };
        var template = new LetterTemplate { Language = "en", PublishedNumber = 1 };
        template.Versions.Add(new LetterTemplateVersion { Number = 1, Subject = "s", Body = "b", CreatedBy = "seed", CreatedAt = Clock.UtcNow });
        campaign.LetterTemplates.Add(template);
        return campaign;
    }
}

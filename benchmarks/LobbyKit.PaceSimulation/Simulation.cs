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

namespace LobbyKit.PaceSimulation;

/// <summary>A week of a campaign with the real engine on a real database; only the clock and the mail server are not.</summary>
internal sealed class Simulation : IDisposable
{
    /// <summary>Offices of the G20, each at its own hours and domain.</summary>
    private static readonly string[] Countries =
        ["AR", "AU", "BR", "CA", "CN", "FR", "DE", "IN", "ID", "IT", "JP", "MX", "RU", "SA", "ZA", "KR", "TR", "GB", "US", "EU"];

    private readonly IHost host;
    private readonly string folder = Directory.CreateTempSubdirectory("lobbykit-pace-").FullName;
    private readonly Random random = new(20130905);
    private int templateVersion;
    private int campaign;
    private int[] contacts = [];

    public Simulation(DateTime starts)
    {
        Clock = new SimulatedClock(starts);
        Transport = new RecordingTransport(Clock);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder, EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LobbyKit:Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "lobbykit.db")}",
            ["LobbyKit:Seed:Contacts"] = "",
            ["LobbyKit:Seed:Campaigns"] = "",
            ["LobbyKit:Keys:Folder"] = Path.Combine(folder, "keys"),
            ["LobbyKit:Mail:Host"] = "127.0.0.1",
            ["LobbyKit:Mail:Security"] = "None",
            ["LobbyKit:Mail:FromAddress"] = "letters@campaign.example",
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddLobbyKitSecrets(builder.Configuration, builder.Environment);
        builder.Services.AddLobbyKitData(builder.Configuration);
        builder.Services.AddDelivery(builder.Configuration);
        builder.Services.AddSingleton<IMailTransport>(Transport);
        host = builder.Build();
    }

    public SimulatedClock Clock { get; }

    public RecordingTransport Transport { get; }

    public DeliveryBatch Batch => host.Services.GetRequiredService<DeliveryBatch>();

    public static int Offices => Countries.Length;

    public async Task PrepareAsync(DateOnly eventStarts)
    {
        await host.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        await using var db = NewContext();
        var made = new Campaign
        {
            Slug = "summit",
            State = CampaignState.Open,
            SourceLanguage = "en",
            EventTimeZone = "UTC",
            EventStarts = eventStarts,
            EventEnds = eventStarts.AddDays(1),
            Accent = "#204060",
            SenderName = "Open Letters",
            ConsentVersion = "1",
            CreatedAt = Clock.UtcNow,
        };
        var template = new LetterTemplate { Language = "en", PublishedNumber = 1 };
        template.Versions.Add(new LetterTemplateVersion { Number = 1, Subject = "s", Body = "b", CreatedBy = "simulation", CreatedAt = Clock.UtcNow });
        made.LetterTemplates.Add(template);
        db.Campaigns.Add(made);
        var offices = Countries.Select(code =>
        {
            var contact = new Contact { CountryCode = code, CountryName = code, Office = $"Office of {code}", CreatedAt = Clock.UtcNow };
            contact.Channels.Add(new ContactChannel { Kind = ChannelKind.Email, Address = Address(code), VerifiedAt = Clock.UtcNow });
            return contact;
        }).ToList();
        db.Contacts.AddRange(offices);
        await db.SaveChangesAsync();
        (campaign, templateVersion, contacts) = (made.Id, template.Versions[0].Id, [.. offices.Select(c => c.Id)]);
    }

    /// <summary>So many supporters confirm a letter, each to a chance office.</summary>
    public async Task ConfirmAsync(int letters)
    {
        await using var db = NewContext();
        var outbox = host.Services.GetRequiredService<Outbox>();
        var addresses = host.Services.GetRequiredService<MailAddresses>();
        for (var i = 0; i < letters; i++)
        {
            var office = random.Next(contacts.Length);
            var letter = new Letter
            {
                CampaignId = campaign,
                ContactId = contacts[office],
                TemplateVersionId = templateVersion,
                CountryCode = "FR",
                Language = "en",
                ReaderLanguage = "en",
                State = LetterState.Queued,
                ReceiptTokenHash = SecretTokens.Hash(SecretTokens.New()),
                ConsentVersion = "1",
                ConsentAt = Clock.UtcNow,
                CreatedAt = Clock.UtcNow,
                CreatedOn = DateOnly.FromDateTime(Clock.UtcNow),
                StateAt = Clock.UtcNow,
            };
            var mail = new OutgoingMail
            {
                MessageId = addresses.NewMessageId(),
                Date = Clock.GetUtcNow(),
                EnvelopeFrom = addresses.EnvelopeFrom,
                FromName = "A supporter",
                FromAddress = addresses.FromAddress,
                ToAddress = Address(Countries[office]),
                Subject = "Human rights at the summit",
                Body = "Please act.",
            };
            outbox.Add(db, MailKind.Letter, mail, campaign, letter, letter.ContactId, Clock.UtcNow);
        }

        await db.SaveChangesAsync();
    }

    public async Task<int> WaitingAsync()
    {
        await using var db = NewContext();
        return await db.Outbox.CountAsync(m => m.State == OutboxState.Waiting);
    }

    public async Task<IReadOnlyList<TimeSpan>> WaitsAsync()
    {
        await using var db = NewContext();
        var times = await db.Outbox.Where(m => m.State == OutboxState.Accepted).Select(m => new { m.CreatedAt, m.FinishedAt }).ToListAsync();
        return [.. times.Select(t => t.FinishedAt!.Value - t.CreatedAt).Order()];
    }

    public void Dispose()
    {
        host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static string Address(string country) => $"office@government-{country.ToLowerInvariant()}.example";

    private LobbyKitDbContext NewContext() => host.Services.GetRequiredService<IDbContextFactory<LobbyKitDbContext>>().CreateDbContext();
}

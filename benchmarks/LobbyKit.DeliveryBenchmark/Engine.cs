using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LobbyKit.DeliveryBenchmark;

/// <summary>Delivery as the application composes it, on a database file and keys of its own. It runs when it is told to.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private const int SavedTogether = 500;
    private readonly IHost host;
    private readonly string folder;
    private Campaign campaign = null!;
    private List<Contact> contacts = [];

    private Engine(IHost host, string folder) => (this.host, this.folder) = (host, folder);

    public DeliveryBatch Batch => host.Services.GetRequiredService<DeliveryBatch>();

    /// <param name="port">The mail server's.</param>
    /// <param name="connections">To it.</param>
    /// <param name="transport">Instead of the build's own; null for that.</param>
    public static async Task<Engine> CreateAsync(int port, int connections, IMailTransport? transport = null)
    {
        var folder = Directory.CreateTempSubdirectory("lobbykit-delivery-benchmark-").FullName;
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder, EnvironmentName = "Production", Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["LobbyKit:Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "lobbykit.db")}",
            ["LobbyKit:Seed:Contacts"] = "",
            ["LobbyKit:Seed:Campaigns"] = "",
            ["LobbyKit:Keys:Folder"] = Path.Combine(folder, "keys"),
            ["LobbyKit:Mail:Host"] = "127.0.0.1",
            ["LobbyKit:Mail:Port"] = $"{port}",
            ["LobbyKit:Mail:Security"] = "None",
            ["LobbyKit:Pace:Enabled"] = "false",
            ["LobbyKit:Mail:Connections"] = $"{connections}",
            ["LobbyKit:Mail:FromAddress"] = "letters@campaign.example",
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLobbyKitSecrets(builder.Configuration, builder.Environment);
        builder.Services.AddLobbyKitData(builder.Configuration);
        builder.Services.AddDelivery(builder.Configuration);
        if (transport is not null)
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(transport));
        }

        var made = new Engine(builder.Build(), folder);
        await made.host.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
        await made.SeedAsync();
        return made;
    }

    /// <summary>Adds letters as the journey does: a confirmed letter and its e-mail, sealed.</summary>
    public async Task FillAsync(int letters, string body)
    {
        var outbox = host.Services.GetRequiredService<Outbox>();
        var seal = host.Services.GetRequiredService<SealedJson>();
        for (var done = 0; done < letters; done += SavedTogether)
        {
            await using var db = NewContext();
            for (var i = done; i < Math.Min(letters, done + SavedTogether); i++)
            {
                var now = TimeProvider.System.GetUtcNow().UtcDateTime;
                var contact = contacts[i % contacts.Count];
                var mail = SampleLetter.New(i, body, "letters@campaign.example");
                var letter = NewLetter(contact, now);
                letter.HasText = true;
                letter.Sealed = seal.SealLetter(new LetterContent
                {
                    SupporterName = mail.ReplyToName,
                    SupporterEmail = mail.ReplyToAddress,
                    Subject = mail.Subject,
                    Body = mail.Body,
                    ReceiptToken = SecretTokens.New(),
                });
                db.Letters.Add(letter);
                outbox.Add(db, MailKind.Letter, mail, campaign.Id, letter, contact.Id, now);
            }

            await db.SaveChangesAsync();
        }
    }

    /// <summary>
    /// Copies what is waiting within the database until so many are, each with a letter and a Message-ID of its own. As in life, letters that
    /// are due one after the other lie beside each other.
    /// </summary>
    public async Task CopyUpToAsync(int letters)
    {
        await using var db = NewContext();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await connection.OpenAsync();
        await ScalarAsync(connection, "PRAGMA cache_size = -20000");
        for (var hours = 1; ; hours *= 2)
        {
            var there = (int)await ScalarAsync(connection, "SELECT COUNT(*) FROM Outbox WHERE State = 'Waiting'");
            if (there >= letters)
            {
                await ScalarAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                await ScalarAsync(connection, "PRAGMA cache_size = -2000");
                await ScalarAsync(connection, "PRAGMA shrink_memory");
                return;
            }

            // The ids of letters and e-mails are shifted alike, so that their texts find them.
            var shift = await ScalarAsync(connection, "SELECT MAX(MAX(Id), (SELECT MAX(Id) FROM Outbox)) FROM Letters");
            var (letterNames, letterValues) = await ColumnsAsync(connection, "Letters", ("Id", $"Id + {shift}"), ("ReceiptTokenHash", $"CAST(printf('%032x', Id + {shift}) AS BLOB)"));
            var (mailNames, mailValues) = await ColumnsAsync(
                connection, "Outbox", ("Id", $"Id + {shift}"), ("LetterId", $"LetterId + {shift}"), ("MessageId", $"printf('%032x', Id + {shift}) || '@campaign.example'"),
                ("DueAt", $"strftime('%Y-%m-%d %H:%M:%f', DueAt, '-{hours} hours')"));
            await using var transaction = await connection.BeginTransactionAsync();
            await ScalarAsync(connection, $"CREATE TEMP TABLE Copied AS SELECT Id, LetterId FROM Outbox WHERE State = 'Waiting' ORDER BY Id LIMIT {letters - there}");
            await ScalarAsync(connection, $"INSERT INTO Letters ({letterNames}) SELECT {letterValues} FROM Letters WHERE Id IN (SELECT LetterId FROM Copied)");
            await ScalarAsync(connection, $"INSERT INTO Outbox ({mailNames}) SELECT {mailValues} FROM Outbox WHERE Id IN (SELECT Id FROM Copied)");
            await ScalarAsync(connection, $"INSERT INTO SealedLetters (LetterId, Content) SELECT LetterId + {shift}, Content FROM SealedLetters WHERE LetterId IN (SELECT LetterId FROM Copied)");
            await ScalarAsync(connection, $"INSERT INTO SealedMails (OutboxMailId, Content) SELECT OutboxMailId + {shift}, Content FROM SealedMails WHERE OutboxMailId IN (SELECT Id FROM Copied)");
            await ScalarAsync(connection, "DROP TABLE Copied");
            await transaction.CommitAsync();
        }
    }

    public async Task<int> CountAsync(OutboxState state)
    {
        await using var db = NewContext();
        return await db.Outbox.CountAsync(m => m.State == state);
    }

    /// <summary>Rows that are added past Entity Framework, which tells nobody of them.</summary>
    public async Task<int> CountAddedAsync()
    {
        await using var db = NewContext();
        return await db.DeliveryAttempts.CountAsync() + await db.LetterEvents.CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        await Task.CompletedTask;
    }

    private static async Task<long> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }

    private static async Task<(string Names, string Values)> ColumnsAsync(SqliteConnection connection, string table, params (string Name, string Value)[] own)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        var names = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return (string.Join(", ", names.Select(n => $"\"{n}\"")), string.Join(", ", names.Select(n => own.FirstOrDefault(o => o.Name == n).Value ?? $"\"{n}\"")));
    }

    private LobbyKitDbContext NewContext() => host.Services.GetRequiredService<IDbContextFactory<LobbyKitDbContext>>().CreateDbContext();

    private Letter NewLetter(Contact contact, DateTime now) => new()
    {
        CampaignId = campaign.Id,
        ContactId = contact.Id,
        TemplateVersionId = campaign.LetterTemplates[0].Versions[0].Id,
        CountryCode = "FR",
        Language = "en",
        ReaderLanguage = "en",
        State = LetterState.Queued,
        ReceiptTokenHash = SecretTokens.Hash(SecretTokens.New()),
        ConsentVersion = "1",
        ConsentAt = now,
        CreatedAt = now,
        CreatedOn = DateOnly.FromDateTime(now),
        StateAt = now,
    };

    private async Task SeedAsync()
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var db = NewContext();
        campaign = new Campaign
        {
            Slug = "benchmark",
            State = CampaignState.Open,
            SourceLanguage = "en",
            EventTimeZone = "UTC",
            Accent = "#204060",
            SenderName = "Open Letters",
            ConsentVersion = "1",
            CreatedAt = now,
        };
        var template = new LetterTemplate { Language = "en", PublishedNumber = 1 };
        template.Versions.Add(new LetterTemplateVersion { Number = 1, Subject = "s", Body = "b", CreatedBy = "benchmark", CreatedAt = now });
        campaign.LetterTemplates.Add(template);
        db.Campaigns.Add(campaign);
        contacts = [.. Enumerable.Range(0, 20).Select(i =>
        {
            var contact = new Contact { CountryCode = "FR", CountryName = "France", Office = $"Office {i}", CreatedAt = now };
            contact.Channels.Add(new ContactChannel { Kind = ChannelKind.Email, Address = $"office@government{i}.example", VerifiedAt = now });
            return contact;
        })];
        db.Contacts.AddRange(contacts);
        await db.SaveChangesAsync();
    }
}

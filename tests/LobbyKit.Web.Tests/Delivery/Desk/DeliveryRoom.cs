using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery.Desk;

/// <summary>The real application before a real mail server, with an admin at its pages. Nothing goes out by itself: a test says when.</summary>
public class DeliveryRoom : IAsyncLifetime
{
    public const string AdminEmail = "ada@desk.example";

    private readonly Supporter supporter = Supporter.New();
    private readonly Dictionary<string, string?> settings;
    private Visitor? admin;
    private int campaignId;
    private int versionId;

    public DeliveryRoom()
        : this(new() { ["LobbyKit:Pace:Enabled"] = "false" })
    {
    }

    /// <param name="settings">Beside those of the mail server.</param>
    protected DeliveryRoom(Dictionary<string, string?> settings) => this.settings = settings;

    internal TestSmtpServer Server { get; } = new();

    internal Supporter Writer => supporter;

    internal TestApplication Application { get; private set; } = null!;

    internal Visitor Admin => admin!;

    internal Contact Contact { get; private set; } = null!;

    internal Contact Other { get; private set; } = null!;

    internal int CampaignId => campaignId;

    internal DateTime Now => Application.Clock.GetUtcNow().UtcDateTime;

    public async Task InitializeAsync()
    {
        Application = new TestApplication(new(settings)
        {
            ["LobbyKit:Role"] = "Web",
            ["LobbyKit:Mail:Host"] = "127.0.0.1",
            ["LobbyKit:Mail:Port"] = $"{Server.Port}",
            ["LobbyKit:Mail:Security"] = "None",
            ["LobbyKit:Mail:FromAddress"] = "letters@campaign.example",
        });
        await Application.AddAccountAsync(AccountRoles.Admin, AdminEmail);
        campaignId = await Application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());
        versionId = await Application.WithDatabaseAsync(db => db.LetterTemplateVersions.Select(v => v.Id).FirstAsync());
        Contact = await AddContactAsync("Ministry of Tests", "office@government.example");
        Other = await AddContactAsync("Chancellery of Checks", "office@chancellery.example");
    }

    public async Task DisposeAsync()
    {
        admin?.Dispose();
        await Application.DisposeAsync();
        await Server.DisposeAsync();
    }

    internal async Task<Visitor> SignInAsync(string email)
    {
        var visitor = new Visitor(Application);
        await visitor.OpenAsync("/en/account/sign-in");
        visitor.Fill("E-mail address", email);
        visitor.Fill("Password", TestApplication.Password);
        await visitor.PressAsync("Sign in");
        return visitor;
    }

    /// <summary>As on the first day: nothing waits, nothing is stopped or paused, and the server takes everything.</summary>
    internal async Task ClearAsync()
    {
        Server.Script = null;
        Server.Mails.Clear();
        await Application.ChangeDatabaseAsync(async db =>
        {
            await db.DeliveryAttempts.ExecuteDeleteAsync();
            await db.Outbox.ExecuteDeleteAsync();
            await db.DeliveryLanes.ExecuteDeleteAsync();
            db.DeliveryPauses.RemoveRange(await db.DeliveryPauses.ToListAsync());
        });
        // The board of what waits is looked at anew every minute.
        Application.Clock.Advance(TimeSpan.FromMinutes(2));
        // A test may have moved the clock further than a session lasts.
        admin?.Dispose();
        admin = await SignInAsync(AdminEmail);
    }

    /// <summary>Confirmed letters with their e-mails, due at once.</summary>
    /// <returns>Each e-mail's id, with the secret of its receipt.</returns>
    internal async Task<List<(long Id, string Receipt)>> QueueAsync(int count, Contact? to = null)
    {
        var made = new List<(OutboxMail Mail, string Receipt)>();
        var outbox = Application.Service<Outbox>();
        var addresses = Application.Service<MailAddresses>();
        await Application.ChangeDatabaseAsync(db =>
        {
            for (var i = 0; i < count; i++)
            {
                var receipt = SecretTokens.New();
                var letter = new Letter
                {
                    CampaignId = campaignId,
                    ContactId = (to ?? Contact).Id,
                    TemplateVersionId = versionId,
                    CountryCode = "FR",
                    Language = "en",
                    ReaderLanguage = "en",
                    State = LetterState.Queued,
                    ReceiptTokenHash = SecretTokens.Hash(receipt),
                    OneLetterKey = SecretTokens.New(),
                    ConsentVersion = "1",
                    ConsentAt = Now,
                    CreatedAt = Now,
                    CreatedOn = DateOnly.FromDateTime(Now),
                    StateAt = Now,
                };
                db.Letters.Add(letter);
                var mail = new OutgoingMail
                {
                    MessageId = addresses.NewMessageId(),
                    Date = Application.Clock.GetUtcNow(),
                    EnvelopeFrom = addresses.EnvelopeFrom,
                    FromName = supporter.Name,
                    FromAddress = addresses.FromAddress,
                    ReplyToAddress = supporter.Email,
                    ToAddress = "office@government.example",
                    Subject = $"Open letter of {supporter.Place}",
                    Body = supporter.PersonalMessage,
                };
                made.Add((outbox.Add(db, MailKind.Letter, mail, campaignId, letter, letter.ContactId, Now), receipt));
            }

            return Task.CompletedTask;
        });
        Application.Clock.Advance(TimeSpan.FromSeconds(1));
        return [.. made.Select(m => (m.Mail.Id, m.Receipt))];
    }

    internal Task<BatchResult> SendAsync() => Application.Service<DeliveryBatch>().RunAsync(CancellationToken.None);

    internal Task<OutboxMail> MailAsync(long id) =>
        Application.WithDatabaseAsync(db => db.Outbox.AsNoTracking().Include(m => m.Sealed).Include(m => m.Letter!.Events).SingleAsync(m => m.Id == id));

    internal Task<int> CountAsync(OutboxState state) => Application.WithDatabaseAsync(db => db.Outbox.CountAsync(m => m.State == state));

    internal Task<DeliveryLane?> LaneAsync(LaneName name) =>
        Application.WithDatabaseAsync(db => db.DeliveryLanes.AsNoTracking().SingleOrDefaultAsync(l => l.Kind == name.Kind && l.Key == name.Key));

    /// <summary>As a worker does that has just claimed it.</summary>
    internal Task ClaimAsync(long id) => Application.WithDatabaseAsync(db => db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(
        set => set.SetProperty(m => m.ClaimId, Guid.NewGuid()).SetProperty(m => m.ClaimedUntil, Now.AddMinutes(10))));

    private async Task<Contact> AddContactAsync(string office, string address)
    {
        var contact = new Contact { CountryCode = "FR", CountryName = "France", Office = office, CreatedAt = Now };
        contact.Channels.Add(new ContactChannel { Kind = ChannelKind.Email, Address = address, VerifiedAt = Now });
        await Application.ChangeDatabaseAsync(db =>
        {
            db.Contacts.Add(contact);
            return Task.CompletedTask;
        });
        return contact;
    }
}

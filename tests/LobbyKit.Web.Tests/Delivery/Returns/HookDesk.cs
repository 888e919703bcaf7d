using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LobbyKit.Templates;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Architecture;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>The application with a mail server of its own, to which its e-mails go and which hands over what comes back.</summary>
public class HookDesk : IAsyncLifetime
{
    public const string Token = "0123456789abcdef0123456789abcdef";

    private static int made;

    private readonly TestSmtpServer server = new();

    public HookDesk()
        : this([])
    {
    }

    protected HookDesk(Dictionary<string, string?> settings) => Application = new TestApplication(new Dictionary<string, string?>(settings)
    {
        ["LobbyKit:Mail:Host"] = "127.0.0.1",
        ["LobbyKit:Mail:Port"] = $"{server.Port}",
        ["LobbyKit:Mail:Security"] = "None",
        ["LobbyKit:Mail:FromAddress"] = "letters@campaign.example",
        ["LobbyKit:Mail:RequireVerifiedContacts"] = "false",
        ["LobbyKit:Mail:HookToken"] = Token,
    });

    public TestApplication Application { get; }

    internal TestSmtpServer Server => server;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Application.DisposeAsync();
        await server.DisposeAsync();
    }

    /// <summary>An office that no other test writes to.</summary>
    internal async Task<Contact> AddOfficeAsync(Action<Contact>? change = null)
    {
        var number = Interlocked.Increment(ref made);
        var contact = new Contact
        {
            CountryCode = "IS",
            CountryName = "Iceland",
            Role = ContactRole.HeadOfGovernment,
            Office = $"Office {number}",
            Languages = ["en"],
            CreatedAt = Now.AddYears(-1),
        };
        contact.Channels.Add(new ContactChannel { Kind = ChannelKind.Email, Address = $"office{number}@government.example" });
        contact.Channels.Add(new ContactChannel { Kind = ChannelKind.WebForm, Address = "https://www.government.example/form" });
        contact.Channels.Add(new ContactChannel { Kind = ChannelKind.Post, Address = "1 Government Street\nReykjavík" });
        change?.Invoke(contact);
        contact.RefreshSearchText();
        await Application.ChangeDatabaseAsync(async db => await db.Contacts.AddAsync(contact));
        return contact;
    }

    /// <summary>A letter as it is after the office's mail server has taken it, or in another state.</summary>
    internal async Task<SentLetter> AddLetterAsync(
        Contact? office = null, LetterState state = LetterState.Accepted, OutboxState outbox = OutboxState.Accepted, Action<Letter>? change = null, string language = "en")
    {
        office ??= await AddOfficeAsync();
        var (supporter, receipt) = (Supporter.New(), SecretTokens.New());
        var mail = new OutboxMail
        {
            Kind = MailKind.Letter,
            State = outbox,
            ContactId = office.Id,
            MessageId = Application.Service<MailAddresses>().NewMessageId(),
            CreatedAt = Now,
            DueAt = Now.AddHours(1),
            FinishedAt = outbox == OutboxState.Waiting ? null : Now,
        };
        await Application.ChangeDatabaseAsync(async db =>
        {
            var template = await db.LetterTemplates.Include(t => t.Versions).FirstAsync();
            mail.CampaignId = template.CampaignId;
            mail.Letter = new Letter
            {
                CampaignId = template.CampaignId,
                ContactId = office.Id,
                TemplateVersionId = template.Versions[0].Id,
                CountryCode = "IS",
                Language = "en",
                ReaderLanguage = language,
                State = state,
                ReceiptTokenHash = SecretTokens.Hash(receipt),
                HasText = true,
                Sealed = Application.Service<SealedJson>().SealLetter(new LetterContent
                {
                    SupporterName = supporter.Name,
                    SupporterEmail = supporter.Email,
                    Subject = "Speak up for human rights",
                    Body = $"Dear Prime Minister,\n\n{supporter.PersonalMessage}\n",
                    ReceiptToken = receipt,
                }),
                ConsentVersion = "1",
                ConsentAt = Now,
                CreatedAt = Now,
                CreatedOn = DateOnly.FromDateTime(Now),
                StateAt = Now,
            };
            change?.Invoke(mail.Letter);
            db.Outbox.Add(mail);
        });
        return new SentLetter(
            mail.Letter!.Id, mail.Id, mail.MessageId, Application.Service<ReturnPaths>().For(mail.Id), office, office.Channels[0].Address, supporter, receipt);
    }

    internal Task<Letter> ReadAsync(SentLetter letter) =>
        Application.WithDatabaseAsync(db => db.Letters.AsNoTracking().Include(l => l.Events).SingleAsync(l => l.Id == letter.Id));

    internal Task<Contact> ReadAsync(Contact contact) =>
        Application.WithDatabaseAsync(db => db.Contacts.AsNoTracking().Include(c => c.Channels).SingleAsync(c => c.Id == contact.Id));

    internal Task<List<OutboxMail>> NoticesAsync(SentLetter letter) => Application.WithDatabaseAsync(
        db => db.Outbox.AsNoTracking().Where(m => m.LetterId == letter.Id && m.Kind == MailKind.Notice).ToListAsync());

    internal static string Sample(string name, SentLetter letter) => File
        .ReadAllText(Path.Combine(SourceTree.Root, "tests", "LobbyKit.Web.Tests", "Delivery", "Returns", "Samples", name + ".eml"))
        .Replace("{return-path}", letter.ReturnPath, StringComparison.Ordinal)
        .Replace("{message-id}", letter.MessageId, StringComparison.Ordinal)
        .Replace("{office}", letter.OfficeAddress, StringComparison.Ordinal)
        .Replace("{supporter}", letter.Supporter.Email, StringComparison.Ordinal)
        .Replace("{unique}", Guid.NewGuid().ToString("N"), StringComparison.Ordinal);

    /// <summary>Hands a message over, as the mail server would; lines end in CR LF unless they are to stay as they are.</summary>
    internal Task<(HttpStatusCode Status, string Answer)> PostAsync(string message, string envelopeTo = "") =>
        PostAsync(new ByteArrayContent(Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n"))), envelopeTo: envelopeTo);

    internal async Task<(HttpStatusCode Status, string Answer)> PostAsync(
        HttpContent body, string? token = Token, string type = "message/rfc822", string envelopeTo = "")
    {
        using var client = Application.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/mail") { Content = body };
        body.Headers.ContentType = type.Length == 0 ? null : MediaTypeHeaderValue.Parse(type);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (envelopeTo.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Envelope-To", envelopeTo);
        }

        using var response = await client.SendAsync(request);
        return (response.StatusCode, (await response.Content.ReadAsStringAsync()).Trim());
    }

    internal Task<ReceivedMail> WaitForMailAsync(string to) => Wait.ForAsync(
        $"the e-mail to {to}", () => Task.FromResult(server.Mails.FirstOrDefault(m => m.Recipients.Any(r => r.Contains(to, StringComparison.OrdinalIgnoreCase)))));

    private DateTime Now => Application.Clock.GetUtcNow().UtcDateTime;
}

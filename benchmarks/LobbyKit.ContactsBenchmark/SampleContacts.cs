using Bogus;
using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.ContactsBenchmark;

/// <summary>Fills a database with offices that do not exist and letters that nobody wrote, the same ones every time.</summary>
internal sealed class SampleContacts(IDbContextFactory<LobbyKitDbContext> contexts)
{
    private const int BatchSize = 2000;

    private static readonly DateTime Now = DateTime.UtcNow;

    private readonly Faker faker = new("fr") { Random = new Randomizer(20130905) };

    public string SomeAddress { get; private set; } = "";

    /// <summary>The id of the contact that every fifth letter went to.</summary>
    public int MostWritten { get; private set; }

    public async Task AddAsync(int contacts, int letters)
    {
        var countries = Countries.In("en");
        for (var done = 0; done < contacts; done += BatchSize)
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.Contacts.AddRange(Enumerable.Range(done, Math.Min(BatchSize, contacts - done)).Select(i => Contact(i, countries)));
            await db.SaveChangesAsync();
        }

        var (campaign, version) = await AddCampaignAsync();
        List<int> ids;
        await using (var db = await contexts.CreateDbContextAsync())
        {
            ids = await db.Contacts.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
            SomeAddress = await db.Set<ContactChannel>().Where(c => c.Kind == ChannelKind.Email).OrderByDescending(c => c.Id).Select(c => c.Address).FirstAsync();
        }

        MostWritten = ids[ids.Count / 2];
        for (var done = 0; done < letters; done += BatchSize)
        {
            await using var db = await contexts.CreateDbContextAsync();
            db.Letters.AddRange(Enumerable.Range(done, Math.Min(BatchSize, letters - done))
                .Select(i => Letter(campaign, version, i % 5 == 0 ? MostWritten : faker.PickRandom(ids))));
            await db.SaveChangesAsync();
        }
    }

    private async Task<(int Campaign, int Version)> AddCampaignAsync()
    {
        await using var db = await contexts.CreateDbContextAsync();
        var campaign = new Campaign
        {
            Slug = "sample",
            SourceLanguage = "en",
            EventTimeZone = "UTC",
            Accent = "#204060",
            SenderName = "Sample",
            ConsentVersion = "1",
            CreatedAt = Now,
        };
        var template = new LetterTemplate { Language = "en" };
        template.Versions.Add(new LetterTemplateVersion { Number = 1, Subject = "s", Body = "b", CreatedBy = "sample", CreatedAt = Now });
        campaign.LetterTemplates.Add(template);
        db.Campaigns.Add(campaign);
        await db.SaveChangesAsync();
        return (campaign.Id, template.Versions[0].Id);
    }

    private Contact Contact(int number, IReadOnlyList<(string Code, string Name)> countries)
    {
        var (code, name) = faker.PickRandom(countries.AsEnumerable());
        var contact = new Contact
        {
            CountryCode = code,
            CountryName = name,
            Role = faker.PickRandom<ContactRole>(),
            Office = $"{faker.PickRandom("Ministère", "Présidence", "Direction", "Ministère délégué")} {faker.Company.CompanyName()} {number}",
            Body = faker.Company.CompanyName(),
            PersonName = faker.Name.FullName(),
            Salutation = "Dear Minister",
            Languages = ["fr", "en"],
            Confidence = faker.PickRandom<Confidence>(),
            SourceUrl = faker.Internet.Url(),
            SourceSeen = "2026-01",
            Note = faker.Lorem.Sentence(),
            Position = number,
            CreatedAt = Now,
        };
        Add(contact, ChannelKind.Email, $"office{number}@{faker.Internet.DomainWord()}.example", 0.8f);
        Add(contact, ChannelKind.WebForm, faker.Internet.UrlWithPath(), 0.5f);
        Add(contact, ChannelKind.Post, faker.Address.FullAddress(), 0.7f);
        Add(contact, ChannelKind.Phone, "+33 1 42 75 80 00", 0.4f);
        contact.RefreshSearchText();
        return contact;
    }

    private void Add(Contact contact, ChannelKind kind, string address, float share)
    {
        if (faker.Random.Bool(share))
        {
            contact.Channels.Add(new ContactChannel
            {
                Kind = kind,
                Address = address,
                VerifiedAt = faker.Random.Bool(0.6f) ? Now.AddDays(-faker.Random.Int(0, 300)) : null,
            });
        }
    }

    private Letter Letter(int campaignId, int versionId, int contactId)
    {
        var at = Now.AddDays(-faker.Random.Int(0, 365));
        return new Letter
        {
            CampaignId = campaignId,
            ContactId = contactId,
            TemplateVersionId = versionId,
            CountryCode = "FR",
            Language = "en",
            ReaderLanguage = "en",
            State = faker.Random.Bool(0.02f) ? LetterState.Rejected : LetterState.Accepted,
            ReceiptTokenHash = faker.Random.Hash(64),
            ConsentVersion = "1",
            ConsentAt = at,
            CreatedAt = at,
            CreatedOn = DateOnly.FromDateTime(at),
            StateAt = at,
        };
    }
}

using LobbyKit.Web.Contacts;
using LobbyKit.Web.Contacts.Seeding;
using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Pages.Campaigns.Write;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Contacts.Seeding;

/// <summary>What a start makes of the list of offices, over a database that people have worked in.</summary>
public sealed class ContactSeedTests : IDisposable
{
    private const string Header =
        "country_code,country,g20_status,role,office,body,person_name,salutation,languages,email,web_form_url,postal_address,phone,source_url,source_seen,confidence,note";

    private readonly TestApplication application = new();

    [Fact]
    public async Task Every_row_of_the_list_is_a_contact_with_all_its_channels()
    {
        Assert.Equal(Header, File.ReadLines(OfficeList.File).First());
        var contacts = await ContactsAsync();
        Assert.Equal(75, OfficeList.All.Count);
        Assert.Equal(75, contacts.Count);
        foreach (var (row, position) in OfficeList.All.Select((row, i) => (row, i + 1)))
        {
            var contact = contacts.Single(c => c.CountryCode == row.CountryCode && c.Office == row.Office);
            Assert.Equal(
                (row.Country, row.G20Status, row.Role, row.Body, row.PersonName, row.Salutation, row.Languages),
                (contact.CountryName, SnakeCase.Of(contact.G20Status), SnakeCase.Of(contact.Role), contact.Body, contact.PersonName,
                    contact.Salutation, string.Join(';', contact.Languages)));
            Assert.Equal(
                (row.SourceUrl, row.SourceSeen, row.Confidence, row.Note, position),
                (contact.SourceUrl, contact.SourceSeen, SnakeCase.Of(contact.Confidence), contact.Note, contact.Position));
            Assert.Equal(
                (row.Email, row.WebFormUrl, row.PostalAddress, row.Phone),
                (Address(contact, ChannelKind.Email), Address(contact, ChannelKind.WebForm), Address(contact, ChannelKind.Post),
                    Address(contact, ChannelKind.Phone)));
            Assert.NotEmpty(contact.Channels);
            Assert.All(contact.Channels, c => Assert.Null(c.VerifiedAt));
        }
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        var before = await DescribeAsync();

        await SeedAsync(OfficeList.File);

        Assert.Equal(before, await DescribeAsync());
        Assert.Single(application.LogLines, line => line.Contains("Seeded contacts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contact_that_an_admin_changed_stays_as_the_admin_left_it()
    {
        await application.ChangeDatabaseAsync(async db =>
        {
            var chancellor = await ChancellorAsync(db.Contacts);
            chancellor.PersonName = "Somebody Else";
            chancellor.Channel(ChannelKind.Email)!.Address = "new@bund.example";
        });

        await SeedAsync(Changed("Federal Chancellery (Bundeskanzleramt)", "Another body"));
        await SeedAsync(OfficeList.File);

        var contact = await ChancellorAsync();
        Assert.Equal(("Somebody Else", "new@bund.example"), (contact.PersonName, Address(contact, ChannelKind.Email)));
    }

    [Fact]
    public async Task A_contact_that_nobody_touched_follows_the_list()
    {
        var verifiedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        await application.ChangeDatabaseAsync(async db =>
            (await ChancellorAsync(db.Contacts)).Channels.ForEach(c => c.VerifiedAt = verifiedAt));

        await SeedAsync(Changed("poststelle@bk.bund.de", "post@bk.bund.example"));

        var contact = await ChancellorAsync();
        Assert.Equal("post@bk.bund.example", Address(contact, ChannelKind.Email));
        Assert.Null(contact.Channel(ChannelKind.Email)!.VerifiedAt);
        Assert.All(contact.Channels.Where(c => c.Kind != ChannelKind.Email), c => Assert.Equal(verifiedAt, c.VerifiedAt));
        Assert.Equal(75, (await ContactsAsync()).Count);
    }

    [Fact]
    public async Task A_channel_can_come_and_go_with_the_list()
    {
        var phone = OfficeList.Of("DE")[0].Phone;
        await SeedAsync(Changed($",{phone},", ",,"));
        Assert.Null((await ChancellorAsync()).Channel(ChannelKind.Phone));

        await SeedAsync(OfficeList.File);
        Assert.Equal(phone, Address(await ChancellorAsync(), ChannelKind.Phone));
    }

    [Fact]
    public async Task A_row_that_is_gone_from_the_list_stays_in_the_database()
    {
        var lines = File.ReadAllLines(OfficeList.File);
        await SeedAsync(Write(lines.Where(l => !l.StartsWith("DE,", StringComparison.Ordinal))));

        Assert.Equal(75, (await ContactsAsync()).Count);
    }

    [Theory]
    [InlineData("country_code,country\nDE,Germany", "line")]
    [InlineData(Header + "\nDE,Germany,member,king,Office,,,,de,,,,,,,high,", "king")]
    [InlineData(Header + "\nDE,Germany,member,head_of_government,Office,,,,de,,,,,,,sure,", "sure")]
    [InlineData(Header + "\nDE,Germany", "line 2")]
    [InlineData(Header + "\nZZ,Nowhere,member,head_of_state,Office,,,,de,,,,,,,high,", "line 2: country_code is \"ZZ\"")]
    [InlineData(Header + "\nDE,Germany,member,head_of_state,,,,,de,,,,,,,high,", "line 2: office is empty")]
    [InlineData(Header + "\nDE,Germany,member,head_of_state,Office,,,,de,nobody,,,,,,high,", "line 2: email is \"nobody\"")]
    [InlineData(Header + "\nDE,Germany,member,head_of_state,Office,,,,de,,javascript:alert(1),,,,,high,", "line 2: web_form_url is")]
    public async Task A_list_that_is_none_is_refused_in_words_that_name_file_and_place(string text, string named)
    {
        var path = Write([text]);

        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => SeedAsync(path));

        Assert.Contains(Path.GetFileName(path), problem.Message, StringComparison.Ordinal);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Matches("line [0-9]+", problem.Message);
    }

    [Fact]
    public async Task An_office_that_stands_in_the_list_twice_is_refused_in_plain_words()
    {
        var lines = File.ReadAllLines(OfficeList.File).ToList();
        var path = Write([.. lines, lines[1]]);

        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => SeedAsync(path));

        Assert.Contains("line 77", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => application.Dispose();

    private static string Address(Contact contact, ChannelKind kind) => contact.Channel(kind)?.Address ?? "";

    private static Task<Contact> ChancellorAsync(IQueryable<Contact> contacts) =>
        contacts.Include(c => c.Channels).SingleAsync(c => c.Office == "Federal Chancellor of Germany");

    private Task<Contact> ChancellorAsync() => application.WithDatabaseAsync(db => ChancellorAsync(db.Contacts.AsNoTracking()));

    private Task<List<Contact>> ContactsAsync() =>
        application.WithDatabaseAsync(db => db.Contacts.AsNoTracking().Include(c => c.Channels).OrderBy(c => c.Id).ToListAsync());

    private async Task<List<string>> DescribeAsync() => [.. (await ContactsAsync()).Select(c =>
        $"{c.Id} {c.Office} {c.SeedFingerprint} {c.CreatedAt:O} " + string.Join(' ', c.Channels.OrderBy(x => x.Kind).Select(x => $"{x.Id} {x.Address}")))];

    private Task SeedAsync(string path) => application.Service<ContactSeed>().RunAsync(path, CancellationToken.None);

    /// <summary>The list with one change in the row of Germany's chancellor.</summary>
    private string Changed(string before, string after)
    {
        var lines = File.ReadAllLines(OfficeList.File);
        var at = Array.FindIndex(lines, l => l.Contains("Federal Chancellor of Germany", StringComparison.Ordinal));
        lines[at] = lines[at].Replace(before, after, StringComparison.Ordinal);
        return Write(lines);
    }

    private string Write(IEnumerable<string> lines)
    {
        Directory.CreateDirectory(application.Folder);
        var path = Path.Combine(application.Folder, $"offices-{Guid.NewGuid():N}.csv");
        File.WriteAllLines(path, lines);
        return path;
    }
}

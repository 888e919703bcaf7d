using LobbyKit.Templates;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts;

public sealed class ListTests(AdminDesk desk) : IClassFixture<AdminDesk>
{
    [Theory]
    [InlineData("presidencia nacion", "President of the Argentine Nation")]
    [InlineData("PRÉSIDÉNCIA   NACIÓN", "President of the Argentine Nation")]
    [InlineData("poststelle@bk.bund.de", "Federal Chancellor of Germany")]
    [InlineData("cimer.gov.tr", "President of the Republic of Türkiye")]
    public async Task A_search_minds_neither_accents_nor_case(string words, string office)
    {
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync("/en/admin/contacts");
        ada.Fill("Search", words);
        await ada.PressAsync("Show");

        Assert.Contains(office, Offices(ada)[0], StringComparison.Ordinal);
        Assert.True(Offices(ada).Count < 5, ada.MainText);
        Assert.Equal(words, ada.Value("Search"));
    }

    [Fact]
    public async Task What_is_searched_for_is_text_and_no_pattern()
    {
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync("/en/admin/contacts?q=" + Uri.EscapeDataString("zz%' OR 1=1 --"));
        Assert.Empty(Offices(ada));
        await ada.OpenAsync("/en/admin/contacts?role=king&channel=99&p=-5&check=&country=ZZ");
        Assert.Equal(50, Offices(ada).Count);
    }

    [Fact]
    public async Task Filters_are_what_they_say_together_and_alone()
    {
        var now = desk.Application.Clock.GetUtcNow().UtcDateTime;
        var contact = await desk.AddContactAsync("Office of filters", "GL", c =>
        {
            (c.Role, c.Confidence) = (ContactRole.ForeignMinister, Confidence.High);
            c.Channels.ForEach(x => x.VerifiedAt = now);
            c.Channels.Add(new ContactChannel { Kind = ChannelKind.Phone, Address = "+299 345000", StoppedAt = now });
        });
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        foreach (var (query, isThere) in new[]
        {
            ("country=GL", true), ("country=GL&role=ForeignMinister", true), ("country=GL&role=HeadOfState", false),
            ("country=GL&channel=Email", true), ("country=GL&channel=Phone", false), ("country=GL&confidence=High", true),
            ("country=GL&confidence=Low", false), ("country=GL&check=Verified", true), ("country=GL&check=Unverified", false),
            ("country=GL&check=Stale", false), ("country=GL&bouncing=true", false), ("country=GL&retired=true", false), ("country=FR", false),
        })
        {
            await ada.OpenAsync($"/en/admin/contacts?{query}");
            Assert.True(isThere == Offices(ada).Contains(contact.Office), $"{query}: {ada.MainText}");
        }
    }

    [Theory]
    [InlineData(LetterState.Rejected, 29, true)]
    [InlineData(LetterState.Bounced, 29, true)]
    [InlineData(LetterState.Bounced, 31, false)]
    [InlineData(LetterState.Accepted, 1, false)]
    public async Task A_contact_whose_server_refused_a_letter_lately_is_flagged(LetterState state, int daysAgo, bool isFlagged)
    {
        var contact = await desk.AddContactAsync($"Office that bounces {state} {daysAgo}");
        await AddLetterAsync(contact, state, daysAgo);
        using var ada = await desk.SignInAsync(AdminDesk.Ada);

        await ada.OpenAsync("/en/admin/contacts?bouncing=true&country=IS");
        Assert.Equal(isFlagged, Offices(ada).Any(o => o == $"{contact.Office} Refuses letters"));
        await ada.OpenAsync($"/en/admin/contacts/{contact.Id}");
        Assert.Equal(isFlagged, ada.MainText.Contains("Its mail server refused letters in the last 30 days.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_bounced_from_an_earlier_address_does_not_count_against_the_new_one()
    {
        var contact = await desk.AddContactAsync("Office of a new address");
        await AddLetterAsync(contact, LetterState.Bounced, daysAgo: 3);
        await desk.Application.ChangeDatabaseAsync(async db => await db.AddressChanges.AddAsync(new AddressChange
        {
            ContactId = contact.Id,
            Before = "",
            After = "a@b.example",
            Reason = "",
            ProposedBy = "ada",
            State = AddressChangeState.Approved,
            DecidedAt = desk.Application.Clock.GetUtcNow().UtcDateTime.AddDays(-1),
        }));
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync("/en/admin/contacts?bouncing=true&country=IS");

        Assert.DoesNotContain(contact.Office, ada.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_hold_fifty_and_lead_on_with_the_same_question()
    {
        for (var i = 0; i < 60; i++)
        {
            await desk.AddContactAsync($"Paged office {i:00}", "VU");
        }

        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync("/en/admin/contacts?q=paged&sort=Office");
        Assert.Contains("60 contacts, page 1 of 2", ada.MainText, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"Paged office {i:00}"), Offices(ada));
        await ada.FollowAsync("Next");
        Assert.Equal(Enumerable.Range(50, 10).Select(i => $"Paged office {i:00}"), Offices(ada));
        Assert.Equal("paged", ada.Value("Search"));
        await ada.OpenAsync("/en/admin/contacts?q=paged&p=99");
        Assert.Equal(10, Offices(ada).Count);
    }

    [Fact]
    public async Task The_order_can_be_chosen()
    {
        var now = desk.Application.Clock.GetUtcNow().UtcDateTime;
        var fresh = await desk.AddContactAsync("Ordered Ypsilon", "NU", c => c.Channels.ForEach(x => x.VerifiedAt = now));
        await desk.AddContactAsync("Ordered Élan", "NU", c => c.Channels.ForEach(x => x.VerifiedAt = now.AddDays(-9)));
        await desk.AddContactAsync("Ordered Fox", "NU");
        await AddLetterAsync(fresh, LetterState.Accepted, 1);
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        foreach (var (sort, expected) in new (string, string[])[]
        {
            ("Office", ["Ordered Élan", "Ordered Fox", "Ordered Ypsilon"]),
            ("LongestUnchecked", ["Ordered Fox", "Ordered Élan", "Ordered Ypsilon"]),
            ("MostWritten", ["Ordered Ypsilon", "Ordered Élan", "Ordered Fox"]),
        })
        {
            await ada.OpenAsync($"/en/admin/contacts?country=NU&sort={sort}");
            Assert.Equal(expected, Offices(ada));
        }
    }

    [Fact]
    public async Task A_contacts_page_counts_its_letters_by_month_and_shows_what_letters_see()
    {
        var contact = await desk.AddContactAsync("Office of months");
        await AddLetterAsync(contact, LetterState.Accepted, 0);
        await AddLetterAsync(contact, LetterState.Rejected, 0);
        await AddLetterAsync(contact, LetterState.Bounced, 40);
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{contact.Id}");

        Assert.Equal(
            ["November 2026 2 1 1 0", "October 2026 1 0 0 1"], ada.Page.QuerySelectorAll(".months tbody tr").Select(Visitor.Line));
        Assert.Contains("Dear Prime Minister,", Visitor.Line(ada.Page.QuerySelector("section[aria-labelledby=view-title] .letter")), StringComparison.Ordinal);
        Assert.Contains("Supporters are offered: our server", ada.MainText, StringComparison.Ordinal);
        Assert.Contains("Dear Prime Minister", Visitor.Line(ada.Page.QuerySelector("details .letter-body")), StringComparison.Ordinal);
    }

    private static List<string> Offices(Visitor browser) => [.. browser.Page.QuerySelectorAll(".contacts tbody th").Select(Visitor.Line)];

    private Task AddLetterAsync(Contact contact, LetterState state, int daysAgo) => desk.Application.ChangeDatabaseAsync(async db =>
    {
        var at = desk.Application.Clock.GetUtcNow().UtcDateTime.AddDays(-daysAgo);
        await db.Letters.AddAsync(new Letter
        {
            CampaignId = (await db.Campaigns.FirstAsync()).Id,
            ContactId = contact.Id,
            TemplateVersionId = (await db.Set<LobbyKit.Web.Campaigns.LetterTemplateVersion>().FirstAsync()).Id,
            CountryCode = "FR",
            Language = "en",
            ReaderLanguage = "en",
            State = state,
            ReceiptTokenHash = Guid.NewGuid().ToString("N"),
            ConsentVersion = "1",
            CreatedAt = at,
            CreatedOn = DateOnly.FromDateTime(at),
            StateAt = at,
        });
    });
}

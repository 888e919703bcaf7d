using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts;

/// <summary>Persons leave, offices go, and what turned out to be one becomes one.</summary>
public sealed class OfficeLifeTests(AdminDesk desk) : IClassFixture<AdminDesk>
{
    [Fact]
    public async Task A_person_leaves_and_the_office_stays()
    {
        var contact = await desk.AddContactAsync("Office of the leaving", "FO", c => c.PersonName = "Jóna Leaving");
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{contact.Id}");
        ada.Fill("Last day of Jóna Leaving", "30.11.2026");
        await ada.PressAsync("Save the last day");
        Assert.Contains("Enter the last day as a date", ada.ErrorBeside(ada.Box("Last day of Jóna Leaving")), StringComparison.Ordinal);

        ada.Fill("Last day of Jóna Leaving", "2026-11-22");
        await ada.PressAsync("Save the last day");
        Assert.Contains("Letters name Jóna Leaving until 22 November 2026.", Visitor.Line(ada.Page.QuerySelector(".done")), StringComparison.Ordinal);
        var after = await desk.ContactAsync(contact.Id);
        Assert.Equal("Jóna Leaving", after.PersonOn(new DateOnly(2026, 11, 22)));
        Assert.Equal("", after.PersonOn(new DateOnly(2026, 11, 23)));

        // Who comes next has no last day.
        await ada.OpenAsync($"/en/admin/contacts/{contact.Id}/edit");
        ada.Fill("Person", "Jón Coming");
        await ada.PressAsync("Save");
        after = await desk.ContactAsync(contact.Id);
        Assert.Equal(("Jón Coming", null), (after.PersonName, after.PersonUntil));
    }

    [Fact]
    public async Task A_retired_contact_is_written_to_by_nobody_and_keeps_what_was_sent_to_it()
    {
        var id = await desk.Application.WithDatabaseAsync(db => db.Contacts.Where(c => c.CountryCode == "SG").Select(c => c.Id).SingleAsync());
        using var writer = new LetterWriter(desk.Application);
        await writer.DeliverAsync("SG");
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{id}");
        await ada.PressAsync("Retire the contact");

        Assert.Contains("Retired on", ada.MainText, StringComparison.Ordinal);
        Assert.Equal("November 2026 1 1 0 0", Visitor.Line(ada.Page.QuerySelector(".months tbody tr")));
        using var supporter = new Visitor(desk.Application);
        await supporter.OpenAsync($"{TestApplication.Campaign}/write/SG");
        Assert.Equal("We have no address for the government of Singapore yet", supporter.Heading);
        await supporter.OpenAsync($"{TestApplication.Campaign}/write/SG?to={id}");
        Assert.Equal("We have no address for the government of Singapore yet", supporter.Heading);
        await writer.OpenReceiptAsync();
        Assert.Contains("Prime Minister of Singapore", writer.Browser.MainText, StringComparison.Ordinal);
        await ada.OpenAsync("/en/admin/contacts?country=SG");
        Assert.Contains("0 contacts", ada.MainText, StringComparison.Ordinal);
        await ada.OpenAsync("/en/admin/contacts?country=SG&retired=true");
        Assert.Contains("1 contact", ada.MainText, StringComparison.Ordinal);

        await ada.OpenAsync($"/en/admin/contacts/{id}");
        await ada.PressAsync("Put it back into the list");
        await supporter.OpenAsync($"{TestApplication.Campaign}/write/SG");
        Assert.Equal("Write your letter", supporter.Heading);
    }

    [Fact]
    public async Task Of_two_contacts_one_is_made_that_lacks_nothing_the_other_had()
    {
        var kept = await desk.AddContactAsync("Office kept", "AD", c =>
        {
            c.Channels.Clear();
            c.Channels.Add(new ContactChannel { Kind = ChannelKind.WebForm, Address = "https://kept.example/form" });
        });
        var verifiedAt = desk.Application.Clock.GetUtcNow().UtcDateTime;
        var twin = await desk.AddContactAsync("Office twin", "AD", c =>
        {
            c.PersonName = "Known Person";
            c.Channels.Add(new ContactChannel { Kind = ChannelKind.Post, Address = "Plaça 1, Andorra", VerifiedAt = verifiedAt, VerifiedBy = "ben" });
        });
        await AddLetterAsync(twin);
        await desk.AddContactAsync("Office abroad", "MC");
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{kept.Id}");
        await ada.FollowAsync("Merge a duplicate");
        Assert.DoesNotContain("Office abroad", ada.MainText, StringComparison.Ordinal);
        await ada.FollowAsync("Compare");
        Assert.Contains("Known Person", ada.MainText, StringComparison.Ordinal);
        await ada.PressAsync("Merge");

        var after = await desk.ContactAsync(kept.Id);
        Assert.Equal(("Known Person", "https://kept.example/form", "Plaça 1, Andorra"),
            (after.PersonName, after.Channel(ChannelKind.WebForm)!.Address, after.Channel(ChannelKind.Post)!.Address));
        Assert.Equal((verifiedAt, "ben"), (after.Channel(ChannelKind.Post)!.VerifiedAt, after.Channel(ChannelKind.Post)!.VerifiedBy));
        // Nobody alone gives a contact an e-mail address, not by merging either.
        Assert.Null(after.Channel(ChannelKind.Email));
        Assert.Equal(twin.Channels[0].Address, (await desk.WaitingAsync(kept.Id))!.After);
        Assert.Equal("November 2026 1 1 0 0", Visitor.Line(ada.Page.QuerySelector(".months tbody tr")));

        await ada.OpenAsync($"/en/admin/contacts/{twin.Id}");
        Assert.Contains("Letters to it go to Office kept", ada.MainText, StringComparison.Ordinal);
        Assert.Equal("November 2026 1 1 0 0", Visitor.Line(ada.Page.QuerySelector(".months tbody tr")));
    }

    [Fact]
    public async Task Offices_of_two_countries_are_never_one()
    {
        var here = await desk.AddContactAsync("Office here", "SM");
        var abroad = await desk.AddContactAsync("Office elsewhere", "MT");
        var other = await desk.AddContactAsync("Office here, too", "SM");
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{here.Id}/merge?with={abroad.Id}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, ada.Status);

        await ada.OpenAsync($"/en/admin/contacts/{here.Id}/merge?with={other.Id}");
        await ada.SendAsync(ada.Press("Merge").With("With", $"{abroad.Id}"));
        Assert.Null((await desk.ContactAsync(abroad.Id)).RetiredAt);
    }

    private Task AddLetterAsync(Contact contact) => desk.Application.ChangeDatabaseAsync(async db =>
    {
        var at = desk.Application.Clock.GetUtcNow().UtcDateTime;
        await db.Letters.AddAsync(new Letter
        {
            CampaignId = (await db.Campaigns.FirstAsync()).Id,
            ContactId = contact.Id,
            TemplateVersionId = (await db.Set<LobbyKit.Web.Campaigns.LetterTemplateVersion>().FirstAsync()).Id,
            CountryCode = "FR",
            Language = "en",
            ReaderLanguage = "en",
            State = LetterState.Accepted,
            ReceiptTokenHash = Guid.NewGuid().ToString("N"),
            ConsentVersion = "1",
            CreatedAt = at,
            CreatedOn = DateOnly.FromDateTime(at),
            StateAt = at,
        });
    });
}

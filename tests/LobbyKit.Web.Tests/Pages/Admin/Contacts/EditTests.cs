using System.Net;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts;

public sealed class EditTests(AdminDesk desk) : IClassFixture<AdminDesk>
{
    [Fact]
    public async Task A_new_contact_is_in_the_list_and_its_email_address_waits_for_another_admin()
    {
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync("/en/admin/contacts");
        await ada.FollowAsync("New contact");
        ada.Fill("Country or institution", "NG");
        ada.Fill("Role", "head_of_state");
        ada.Fill("Office", "President of Nigeria");
        ada.Fill("Salutation", "Your Excellency,");
        ada.Fill("Languages", "EN");
        ada.Fill("E-mail address", "info@statehouse.example");
        ada.Fill("Where did you see the new e-mail address?", "https://statehouse.example/contact");
        ada.Fill("Postal address", "State House\nAbuja");
        await ada.PressAsync("Add the contact");

        Assert.Equal("President of Nigeria", ada.Heading);
        Assert.Contains("waits for another admin’s approval", Visitor.Line(ada.Page.QuerySelector(".done")), StringComparison.Ordinal);
        Assert.Contains("Your Excellency,", Visitor.Line(ada.Page.QuerySelector(".letter")), StringComparison.Ordinal);
        var stored = await desk.Application.WithDatabaseAsync(
            db => db.Contacts.AsNoTracking().Include(c => c.Channels).SingleAsync(c => c.Office == "President of Nigeria"));
        Assert.Equal(("NG", "Nigeria", "State House, Abuja"), (stored.CountryCode, stored.CountryName, Assert.Single(stored.Channels).Address));
        Assert.Equal(["en"], stored.Languages);
        var change = await desk.WaitingAsync(stored.Id);
        Assert.Equal(("", "info@statehouse.example", "ada"), (change!.Before, change.After, change.ProposedBy));

        // Supporters reach it by what is in use, and by nothing else.
        using var supporter = new Visitor(desk.Application);
        await supporter.OpenAsync($"{TestApplication.Campaign}/write/NG");
        Assert.True(supporter.HasLabel("By post"), supporter.MainText);
        Assert.DoesNotContain("statehouse.example", supporter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_stand_beside_their_boxes_and_what_was_typed_is_kept()
    {
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync("/en/admin/contacts/new");
        ada.Fill("Languages", "english");
        ada.Fill("E-mail address", "nobody");
        ada.Fill("Web form", "javascript:alert(1)");
        ada.Fill("Phone", "call us");
        ada.Fill("Official page", "seen on TV");
        ada.Fill("Source seen", "yesterday");
        await ada.PressAsync("Add the contact");

        (string Label, string Words)[] expected =
        [
            ("Country or institution", "Enter the country's code"), ("Office", "Enter the office"), ("Languages", "Did you mean en?"),
            ("E-mail address", "“nobody” is no e-mail address"), ("Web form", "no web address"), ("Phone", "cannot be dialled"),
            ("Official page", "no web address"), ("Source seen", "no date"),
        ];
        Assert.Equal(expected.Length, ada.Summary.Count);
        Assert.All(expected, e => Assert.Contains(e.Words, ada.ErrorBeside(ada.Box(e.Label)), StringComparison.Ordinal));
        Assert.Equal("javascript:alert(1)", ada.Value("Web form"));
        Assert.Equal("english", ada.Value("Languages"));
    }

    [Fact]
    public async Task A_new_email_address_needs_its_source()
    {
        var contact = await desk.AddContactAsync("Office without a source");
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{contact.Id}/edit");
        ada.Fill("E-mail address", "new@government.example");
        await ada.PressAsync("Save");

        Assert.Contains("Say where you saw", ada.ErrorBeside(ada.Box("Where did you see the new e-mail address?")), StringComparison.Ordinal);
        Assert.Null(await desk.WaitingAsync(contact.Id));
    }

    [Fact]
    public async Task The_same_mailbox_in_another_spelling_is_no_change()
    {
        var contact = await desk.AddContactAsync("Office of Münster", change: c =>
        {
            c.Channels[0].Address = "post@xn--mnster-3ya.example";
            c.Channels[0].VerifiedAt = desk.Application.Clock.GetUtcNow().UtcDateTime;
        });
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{contact.Id}/edit");
        ada.Fill("E-mail address", "Post@Münster.example");
        await ada.PressAsync("Save");

        var email = (await desk.ContactAsync(contact.Id)).Channel(ChannelKind.Email)!;
        Assert.Equal("Post@Münster.example", email.Address);
        Assert.NotNull(email.VerifiedAt);
        Assert.Null(await desk.WaitingAsync(contact.Id));
    }

    [Fact]
    public async Task Another_web_form_is_unverified_again()
    {
        var contact = await desk.AddContactAsync("Office of forms", change: c => c.Channels.ForEach(x => x.VerifiedAt = desk.Application.Clock.GetUtcNow().UtcDateTime));
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{contact.Id}/edit");
        ada.Fill("Web form", "https://www.government.example/other");
        await ada.PressAsync("Save");

        var after = await desk.ContactAsync(contact.Id);
        Assert.Equal(("https://www.government.example/other", null), (after.Channel(ChannelKind.WebForm)!.Address, after.Channel(ChannelKind.WebForm)!.VerifiedAt));
        Assert.NotNull(after.Channel(ChannelKind.Email)!.VerifiedAt);
    }

    [Fact]
    public async Task An_emptied_email_address_is_stopped_at_once()
    {
        var contact = await desk.AddContactAsync("Office of silence");
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{contact.Id}/edit");
        ada.Fill("E-mail address", "");
        await ada.PressAsync("Save");

        Assert.Null((await desk.ContactAsync(contact.Id)).Channel(ChannelKind.Email));
        Assert.Contains("Not in use since", ada.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_in_another_country_has_to_have_its_address_approved_anew()
    {
        var contact = await desk.AddContactAsync("Office that moves", change: c => c.Channels[0].VerifiedAt = desk.Application.Clock.GetUtcNow().UtcDateTime);
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{contact.Id}/edit");
        ada.Fill("Country or institution", "LI");
        ada.Fill("Where did you see the new e-mail address?", "Its own page");
        await ada.PressAsync("Save");

        var after = await desk.ContactAsync(contact.Id);
        Assert.Equal(("LI", "Liechtenstein"), (after.CountryCode, after.CountryName));
        Assert.Null(after.Channel(ChannelKind.Email));
        Assert.Equal(contact.Channels[0].Address, (await desk.WaitingAsync(contact.Id))!.After);
    }

    [Fact]
    public async Task Two_who_edit_at_once_are_told_and_lose_nothing()
    {
        var contact = await desk.AddContactAsync("Office of two");
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        using var ben = await desk.SignInAsync(AdminDesk.Ben);
        await ada.OpenAsync($"/en/admin/contacts/{contact.Id}/edit");
        await ben.OpenAsync($"/en/admin/contacts/{contact.Id}/edit");
        ada.Fill("Person", "Ada’s person");
        await ada.PressAsync("Save");
        ben.Fill("Person", "Ben’s person");
        ben.Fill("Body", "Ben’s body");
        await ben.PressAsync("Save");

        Assert.Contains("Somebody else changed this contact meanwhile", ben.MainText, StringComparison.Ordinal);
        Assert.Contains("Ada’s person", Visitor.Line(ben.Page.QuerySelector("[role=alert] table")), StringComparison.Ordinal);
        Assert.Equal("Ada’s person", (await desk.ContactAsync(contact.Id)).PersonName);
        Assert.Equal(("Ben’s person", "Ben’s body"), (ben.Value("Person"), ben.Value("Body")));

        await ben.PressAsync("Save");
        var after = await desk.ContactAsync(contact.Id);
        Assert.Equal(("Ben’s person", "Ben’s body"), (after.PersonName, after.Body));
    }

    [Fact]
    public async Task An_office_stands_in_the_list_once()
    {
        await desk.AddContactAsync("Office of Once");
        var retired = await desk.AddContactAsync("Office of Never", change: c => c.RetiredAt = desk.Application.Clock.GetUtcNow().UtcDateTime);
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        foreach (var (office, words) in new[] { ("Office of Once", "already"), (retired.Office, "Put that one back") })
        {
            await ada.OpenAsync("/en/admin/contacts/new");
            ada.Fill("Country or institution", "IS");
            ada.Fill("Office", office);
            ada.Fill("Languages", "en");
            await ada.PressAsync("Add the contact");

            Assert.Contains(words, ada.ErrorBeside(ada.Box("Office")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_renamed_office_of_the_seeded_list_does_not_come_back_with_the_next_start()
    {
        var id = await desk.Application.WithDatabaseAsync(db => db.Contacts.Where(c => c.Office == "Prime Minister of Japan").Select(c => c.Id).SingleAsync());
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{id}/edit");
        ada.Fill("Office", "Cabinet Secretariat of Japan");
        await ada.PressAsync("Save");

        await desk.Application.Service<LobbyKit.Web.Contacts.Seeding.ContactSeed>().RunAsync(Campaigns.Write.OfficeList.File, CancellationToken.None);

        Assert.Equal(
            ["Cabinet Secretariat of Japan"],
            await desk.Application.WithDatabaseAsync(db => db.Contacts.Where(c => c.CountryCode == "JP").Select(c => c.Office).ToListAsync()));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        foreach (var page in new[] { "999999", "999999/edit", "999999/merge", "changes/999999", "verify?contact=999999" })
        {
            await ada.OpenAsync($"/en/admin/contacts/{page}");
            Assert.Equal(HttpStatusCode.NotFound, ada.Status);
        }
    }
}

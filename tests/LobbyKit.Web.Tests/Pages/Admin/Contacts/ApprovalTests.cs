using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts;

public sealed class ApprovalTests(AdminDesk desk) : IClassFixture<AdminDesk>
{
    private const string ApproveButton = "Approve: letters go there from now";
    private const string ApproveTicked = "Approve what is ticked: letters go there from now";
    private const string NewAddress = "new.office@government.example";

    [Fact]
    public async Task Nobody_approves_their_own_change_and_a_second_admin_does()
    {
        var (contact, change) = await ProposeAsync("Office of approval");
        var old = contact.Channels[0].Address;
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        using var ben = await desk.SignInAsync(AdminDesk.Ben);

        await ada.OpenAsync($"/en/admin/contacts/changes/{change}");
        Assert.False(ada.HasButton(ApproveButton));
        Assert.Contains("nobody approves their own change", ada.MainText, StringComparison.Ordinal);
        // A page is only paper: the same post that a colleague's browser makes.
        var forged = ada.Press("Take it back") with { Address = $"/en/admin/contacts/changes/{change}?handler=Approve" };
        await ada.SendAsync(forged.With("OfficialPage", AdminDesk.OfficialPage).With("Seen", "true"));
        Assert.Contains("another admin has to approve it", ada.MainText, StringComparison.Ordinal);
        Assert.Equal(old, (await desk.ContactAsync(contact.Id)).Channel(ChannelKind.Email)!.Address);

        await ben.OpenAsync("/en/admin/contacts/changes");
        Assert.Contains($"{contact.Office} Iceland {old} {NewAddress}", ben.MainText, StringComparison.Ordinal);
        await ben.OpenAsync($"/en/admin/contacts/changes/{change}");
        Assert.Equal((old, NewAddress), (Visitor.Line(ben.Page.QuerySelector("del")), Visitor.Line(ben.Page.QuerySelector("ins"))));

        await ben.PressAsync(ApproveButton);
        Assert.Contains("Tick that you saw the address", ben.ErrorBeside(ben.Page.GetElementById("Seen")!), StringComparison.Ordinal);
        ben.Tick(ben.Page.GetElementById("Seen")!);
        ben.Fill("The official page that you looked at", "the internet");
        await ben.PressAsync(ApproveButton);
        Assert.Contains("no web address", ben.ErrorBeside(ben.Box("The official page that you looked at")), StringComparison.Ordinal);
        ben.Tick(ben.Page.GetElementById("Seen")!);
        ben.Fill("The official page that you looked at", AdminDesk.OfficialPage);
        await ben.PressAsync(ApproveButton);

        var email = (await desk.ContactAsync(contact.Id)).Channel(ChannelKind.Email)!;
        Assert.Equal((NewAddress, "ben", AdminDesk.OfficialPage), (email.Address, email.VerifiedBy, email.VerifiedPage));
        Assert.NotNull(email.VerifiedAt);
        Assert.Contains("Approved by ben", ben.MainText, StringComparison.Ordinal);

        await ben.OpenAsync($"/en/admin/contacts/changes/{change}");
        Assert.False(ben.HasButton(ApproveButton));
        Assert.DoesNotContain(desk.Application.LogLines, l => l.Contains("approved their own change", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_old_address_stays_in_use_until_then_and_another_new_one_takes_the_first_ones_place()
    {
        var (contact, change) = await ProposeAsync("Office of patience", verified: true);
        using var ben = await desk.SignInAsync(AdminDesk.Ben);
        var email = (await desk.ContactAsync(contact.Id)).Channel(ChannelKind.Email)!;
        Assert.Equal(contact.Channels[0].Address, email.Address);
        Assert.NotNull(email.VerifiedAt);

        await EnterAsync(ben, contact.Id, "third@government.example");

        var waiting = await desk.WaitingAsync(contact.Id);
        Assert.Equal(("third@government.example", "ben"), (waiting!.After, waiting.ProposedBy));
        await ben.OpenAsync($"/en/admin/contacts/changes/{change}");
        Assert.Contains("Replaced by ben", ben.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_enter_the_same_address_again_makes_nobody_else_its_author()
    {
        var (contact, _) = await ProposeAsync("Office of echoes");
        using var ben = await desk.SignInAsync(AdminDesk.Ben);

        await EnterAsync(ben, contact.Id, NewAddress.ToUpperInvariant());

        Assert.Equal("ada", (await desk.WaitingAsync(contact.Id))!.ProposedBy);
    }

    [Fact]
    public async Task A_refused_change_changes_nothing()
    {
        var (contact, change) = await ProposeAsync("Office of refusal");
        using var ben = await desk.SignInAsync(AdminDesk.Ben);
        await ben.OpenAsync($"/en/admin/contacts/changes/{change}");
        await ben.PressAsync("Refuse");

        Assert.Contains("Refused by ben", ben.MainText, StringComparison.Ordinal);
        Assert.Null(await desk.WaitingAsync(contact.Id));
        Assert.Equal(contact.Channels[0].Address, (await desk.ContactAsync(contact.Id)).Channel(ChannelKind.Email)!.Address);
    }

    [Fact]
    public async Task One_admin_alone_can_stop_an_address_at_once()
    {
        var contact = await desk.AddContactAsync("Office of stopping", change: c => c.Channels[0].VerifiedAt = desk.Application.Clock.GetUtcNow().UtcDateTime);
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await ada.OpenAsync($"/en/admin/contacts/{contact.Id}");
        await ada.PressAsync("Stop using the e-mail address");

        Assert.Contains("Nothing more is sent", Visitor.Line(ada.Page.QuerySelector(".done")), StringComparison.Ordinal);
        var after = await desk.ContactAsync(contact.Id);
        Assert.Null(after.Channel(ChannelKind.Email));
        Assert.Null(after.Channels.Single(c => c.Kind == ChannelKind.Email).VerifiedAt);
    }

    [Fact]
    public async Task Where_there_is_one_admin_only_the_pages_and_the_log_say_so()
    {
        await using var application = new TestApplication();
        await application.AddAccountAsync(AccountRoles.Admin, AdminDesk.Ada);
        // An organiser is no second admin.
        await application.AddAccountAsync(AccountRoles.Organiser, AdminDesk.Ben);
        using var ada = await AdminDesk.SignInAsync(application, AdminDesk.Ada);
        await EnterAsync(ada, 1, NewAddress);
        await ada.OpenAsync("/en/admin/contacts/changes");
        Assert.Contains("This installation has one admin: you.", ada.MainText, StringComparison.Ordinal);

        await ada.FollowAsync($"Look at it: the new address {NewAddress}");
        Assert.Contains("This installation has one admin only.", ada.MainText, StringComparison.Ordinal);
        ada.Tick(ada.Page.GetElementById("Seen")!);
        ada.Fill("The official page that you looked at", AdminDesk.OfficialPage);
        await ada.PressAsync(ApproveButton);

        Assert.Contains("Approved by ada, who also entered it, as the only admin", ada.MainText, StringComparison.Ordinal);
        var line = Assert.Single(application.LogLines, l => l.Contains("approved their own change", StringComparison.Ordinal));
        Assert.DoesNotContain("@", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_approved_at_once_and_what_is_anothers_business_by_now_is_left_out()
    {
        var (one, first) = await ProposeAsync("Office of bulk: one");
        var (two, second) = await ProposeAsync("Office of bulk: two");
        var (stale, third) = await ProposeAsync("Office of bulk: stale");
        var (gone, fourth) = await ProposeAsync("Office of bulk: gone");
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        using var ben = await desk.SignInAsync(AdminDesk.Ben);
        await ben.OpenAsync("/en/admin/contacts/changes");
        foreach (var change in new[] { first, second, third, fourth })
        {
            ben.Tick(ben.Page.GetElementById($"seen-{change}")!);
        }

        // Meanwhile one contact is moved to another page, and one address is taken back.
        await ada.OpenAsync($"/en/admin/contacts/{stale.Id}/edit");
        ada.Fill("Official page", "https://www.elsewhere.example/");
        await ada.PressAsync("Save");
        await ada.OpenAsync($"/en/admin/contacts/changes/{fourth}");
        await ada.PressAsync("Take it back");
        await ben.PressAsync(ApproveTicked);

        Assert.Equal("2 new addresses are in use.", Visitor.Line(ben.Page.QuerySelector(".done")));
        Assert.Contains("Office of bulk: stale: somebody changed the contact after this page was shown.", Visitor.Line(ben.Page.QuerySelector(".warning")), StringComparison.Ordinal);
        Assert.Contains("An office: its address was decided by somebody else meanwhile.", Visitor.Line(ben.Page.QuerySelector(".warning")), StringComparison.Ordinal);
        foreach (var approved in new[] { one, two })
        {
            var email = (await desk.ContactAsync(approved.Id)).Channel(ChannelKind.Email)!;
            Assert.Equal((NewAddress, "ben", AdminDesk.OfficialPage), (email.Address, email.VerifiedBy, email.VerifiedPage));
            // Each is in the log by itself.
            await ben.OpenAsync($"/en/admin/audit?Kind=Contact&Subject={approved.Id}");
            Assert.Contains("ben changed the new e-mail address, decided at", Visitor.Line(ben.Page.QuerySelector(".history > li")), StringComparison.Ordinal);
        }

        Assert.NotNull(await desk.WaitingAsync(stale.Id));
        Assert.Equal(gone.Channels[0].Address, (await desk.ContactAsync(gone.Id)).Channel(ChannelKind.Email)!.Address);
    }

    [Fact]
    public async Task In_bulk_too_nobody_approves_their_own_change()
    {
        var (contact, change) = await ProposeAsync("Office of bulk: own");
        var (other, others) = await ProposeAsync("Office of bulk: other");
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        using var ben = await desk.SignInAsync(AdminDesk.Ben);
        await ada.OpenAsync("/en/admin/contacts/changes?tick=all");
        Assert.Null(ada.Page.GetElementById($"seen-{change}"));
        Assert.Contains("You entered the address: another admin has to approve it.", ada.MainText, StringComparison.Ordinal);
        await ben.OpenAsync("/en/admin/contacts/changes?tick=all");
        Assert.True(ben.Page.GetElementById($"seen-{change}")!.HasAttribute("checked"));
        // Posted by who entered it all the same.
        await EnterAsync(ben, other.Id, "bens.own@government.example");
        var own = (await desk.WaitingAsync(other.Id))!.Id;
        await ben.OpenAsync("/en/admin/contacts/changes");
        await ben.SendAsync(ben.Press(ApproveTicked).With($"seen[{own}]", $"{(await desk.ContactAsync(other.Id)).Revision}"));

        Assert.Contains("Office of bulk: other: you entered its address", Visitor.Line(ben.Page.QuerySelector(".warning")), StringComparison.Ordinal);
        Assert.NotEqual(others, own);
        Assert.Equal(other.Channels[0].Address, (await desk.ContactAsync(other.Id)).Channel(ChannelKind.Email)!.Address);
        Assert.NotNull(await desk.WaitingAsync(contact.Id));
    }

    [Fact]
    public async Task A_disabled_admin_is_no_second_one_and_one_who_is_locked_out_is()
    {
        await using var application = new TestApplication();
        await application.AddAccountAsync(AccountRoles.Admin, AdminDesk.Ada);
        var ben = await application.AddAccountAsync(AccountRoles.Admin, AdminDesk.Ben);
        using var ada = await AdminDesk.SignInAsync(application, AdminDesk.Ada);
        await EnterAsync(ada, 1, NewAddress);
        var change = await application.WithDatabaseAsync(db => db.AddressChanges.Select(c => c.Id).SingleAsync());

        await application.ChangeDatabaseAsync(async db => (await db.Users.SingleAsync(a => a.Id == ben.Id)).LockoutEnd = application.Clock.GetUtcNow().AddMinutes(5));
        await ada.OpenAsync($"/en/admin/contacts/changes/{change}");
        Assert.Contains("nobody approves their own change", ada.MainText, StringComparison.Ordinal);

        await application.ChangeDatabaseAsync(async db => (await db.Users.SingleAsync(a => a.Id == ben.Id)).DisabledAt = application.Clock.GetUtcNow().UtcDateTime);
        await ada.OpenAsync($"/en/admin/contacts/changes/{change}");
        Assert.Contains("This installation has one admin only.", ada.MainText, StringComparison.Ordinal);
        Assert.True(ada.HasButton(ApproveButton));
    }

    private static async Task EnterAsync(Visitor browser, int contactId, string address)
    {
        await browser.OpenAsync($"/en/admin/contacts/{contactId}/edit");
        browser.Fill("E-mail address", address);
        browser.Fill("Where did you see the new e-mail address?", "The office’s own page");
        await browser.PressAsync("Save");
    }

    /// <summary>Ada enters another e-mail address for a new office.</summary>
    private async Task<(Contact Contact, long Change)> ProposeAsync(string office, bool verified = false)
    {
        var contact = await desk.AddContactAsync(
            office, change: c => c.Channels[0].VerifiedAt = verified ? desk.Application.Clock.GetUtcNow().UtcDateTime : null);
        using var ada = await desk.SignInAsync(AdminDesk.Ada);
        await EnterAsync(ada, contact.Id, NewAddress);
        return (contact, (await desk.WaitingAsync(contact.Id))!.Id);
    }
}

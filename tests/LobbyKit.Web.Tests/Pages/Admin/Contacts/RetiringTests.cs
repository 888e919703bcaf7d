using LobbyKit.Templates;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts;

/// <summary>An office goes while letters to it wait: none of them waits without end, and who wrote them is told.</summary>
public sealed class RetiringTests : IAsyncLifetime
{
    private readonly TestApplication application = new(new() { ["LobbyKit:Mail:RequireVerifiedContacts"] = "true" });

    public async Task InitializeAsync() => await application.AddAccountAsync(AccountRoles.Admin, AdminDesk.Ada);

    public async Task DisposeAsync() => await application.DisposeAsync();

    [Fact]
    public async Task Letters_that_wait_go_to_the_office_that_takes_its_place()
    {
        using var ada = await AdminDesk.SignInAsync(application, AdminDesk.Ada);
        var (gone, successor) = (await AddOfficeAsync("Office of yesterday"), await AddOfficeAsync("Office of today"));
        using var writer = await WaitingLetterAsync(ada, gone);

        await ada.OpenAsync($"/en/admin/contacts/{gone}");
        Assert.Contains("1 confirmed letter waits. What becomes of it?", ada.MainText, StringComparison.Ordinal);
        await ada.PressAsync("Retire the contact");
        Assert.Equal("Say what becomes of the letters that wait.", Visitor.Line(ada.Page.GetElementById("Letters-error")));
        Assert.Null(await RetiredAtAsync(gone));

        ada.Choose("To the office that takes its place: Office of today");
        await ada.PressAsync("Retire the contact");
        Assert.Contains("Its letters go to the other office.", Visitor.Line(ada.Page.QuerySelector(".done")), StringComparison.Ordinal);
        Assert.Contains("Letters to it go to Office of today", ada.MainText, StringComparison.Ordinal);
        await writer.WaitForStateAsync(LetterState.Accepted);
        Assert.Contains("office.of.today@government.example", (await writer.Inbox.WaitForLetterAsync(writer.Supporter.Email)).To, StringComparison.Ordinal);
        await writer.OpenReceiptAsync();
        Assert.Contains("Letters to it now go to the office that acts in its place: Office of today", writer.Browser.MainText, StringComparison.Ordinal);
        Assert.NotNull(await RetiredAtAsync(gone));
        Assert.Null(await RetiredAtAsync(successor));
    }

    [Fact]
    public async Task Or_they_are_ended_and_their_receipts_say_so_and_offer_another_office()
    {
        using var ada = await AdminDesk.SignInAsync(application, AdminDesk.Ada);
        var gone = await AddOfficeAsync("Office of no more");
        using var unconfirmed = new LetterWriter(application);
        await unconfirmed.SubmitAsync("IS", gone);
        using var writer = await WaitingLetterAsync(ada, gone);

        // There is an office of the country, but in another role: it takes nobody's place.
        await AddOfficeAsync("Office of foreign matters", ContactRole.ForeignMinister);
        await ada.OpenAsync($"/en/admin/contacts/{gone}");
        Assert.DoesNotContain("To the office that takes its place", ada.MainText, StringComparison.Ordinal);
        ada.Choose("End it: nothing is sent. The receipt tells its supporter, who can write to another office");
        await ada.PressAsync("Retire the contact");

        foreach (var letter in new[] { writer, unconfirmed })
        {
            Assert.Equal(LetterState.Withdrawn, (await letter.LetterAsync()).State);
            await letter.OpenReceiptAsync();
            Assert.Equal("The office that you wrote to is gone", letter.Browser.Heading);
            Assert.Contains("Your letter was not sent and will not be.", letter.Browser.MainText, StringComparison.Ordinal);
        }

        Assert.Empty(await writer.Inbox.LettersOfAsync(writer.Supporter.Email));
        await writer.Browser.FollowAsync("Write to another office");
        Assert.Equal("Write your letter", writer.Browser.Heading);
    }

    /// <summary>A letter that was confirmed after the office's address had been stopped.</summary>
    private async Task<LetterWriter> WaitingLetterAsync(Visitor ada, int contactId)
    {
        var writer = new LetterWriter(application);
        await writer.SubmitAsync("IS", contactId);
        await ada.OpenAsync($"/en/admin/contacts/{contactId}");
        await ada.PressAsync("Stop using the e-mail address");
        await writer.ConfirmAsync();
        return writer;
    }

    private async Task<int> AddOfficeAsync(string office, ContactRole role = ContactRole.HeadOfGovernment)
    {
        var contact = new Contact { CountryCode = "IS", CountryName = "Iceland", Role = role, Office = office, Languages = ["en"], Salutation = "Dear Prime Minister", SourceUrl = AdminDesk.OfficialPage };
        contact.Channels.Add(new ContactChannel
        {
            Kind = ChannelKind.Email,
            Address = $"{office.ToLowerInvariant().Replace(' ', '.')}@government.example",
            VerifiedAt = application.Clock.GetUtcNow().UtcDateTime,
            VerifiedBy = "ada",
        });
        contact.RefreshSearchText();
        await application.ChangeDatabaseAsync(async db => await db.Contacts.AddAsync(contact));
        return contact.Id;
    }

    private Task<DateTime?> RetiredAtAsync(int id) => application.WithDatabaseAsync(db => db.Contacts.Where(c => c.Id == id).Select(c => c.RetiredAt).SingleAsync());
}

using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts;

/// <summary>From a supporter's page to an admin's edit. On an installation of its own: its limits count everybody's.</summary>
public sealed class SuggestionTests : IAsyncLifetime
{
    private readonly TestApplication application = new(new()
    {
        ["LobbyKit:Contacts:SuggestionsPerPrefixPerDay"] = "6",
        ["LobbyKit:Contacts:SuggestionsPerDay"] = "4",
    });

    private Visitor ada = null!;

    public async Task InitializeAsync()
    {
        await application.AddAccountAsync(AccountRoles.Admin, AdminDesk.Ada);
        ada = await AdminDesk.SignInAsync(application, AdminDesk.Ada);
    }

    public async Task DisposeAsync()
    {
        ada.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task A_wrong_address_told_from_the_form_and_the_receipt_becomes_an_edit_that_waits()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        Assert.Contains("/wrong-address/", writer.Browser.Link("Is this address wrong?").GetAttribute("href"), StringComparison.Ordinal);
        await writer.SubmitAsync("DE");
        await writer.Browser.FollowAsync("Is this address wrong?");
        Assert.DoesNotContain(writer.ReceiptToken, writer.Browser.Html, StringComparison.Ordinal);
        await writer.Browser.PressAsync("Send the suggestion");
        Assert.Equal(2, writer.Browser.Summary.Count);
        writer.Browser.Fill("What is the right address, or what is wrong?", "kanzler@bund.example");
        writer.Browser.Fill("Where did you see it?", "https://www.bund.example/impressum");
        await writer.Browser.PressAsync("Send the suggestion");
        Assert.Contains("Thank you", Visitor.Line(writer.Browser.Page.QuerySelector("[role=status]")), StringComparison.Ordinal);

        await ada.OpenAsync("/en/admin/contacts/suggestions");
        Assert.Contains("Wrong: Federal Chancellor of Germany", ada.MainText, StringComparison.Ordinal);
        await ada.OpenAsync(ada.Link("Make an edit of it").GetAttribute("href")!);
        Assert.Equal(("kanzler@bund.example", "https://www.bund.example/impressum"), (ada.Value("E-mail address"), ada.Value("Official page")));
        ada.Fill("Where did you see the new e-mail address?", "A supporter told us; I looked at the imprint.");
        await ada.PressAsync("Save");

        var suggestion = await application.WithDatabaseAsync(db => db.ContactSuggestions.SingleAsync());
        Assert.Equal((SuggestionState.Accepted, "ada"), (suggestion.State, suggestion.DecidedBy));
        Assert.Equal("kanzler@bund.example", (await application.WithDatabaseAsync(db => db.AddressChanges.SingleAsync())).After);
        await ada.OpenAsync("/en/admin/contacts/suggestions");
        Assert.Contains("Nothing waits.", ada.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_office_becomes_a_new_contact()
    {
        Assert.True(await SuggestAsync("NG", "President of Nigeria", "+234 9 000 0000", "https://statehouse.example/"));
        await ada.OpenAsync("/en/admin/contacts/suggestions");
        await ada.OpenAsync(ada.Link("Make an edit of it").GetAttribute("href")!);
        Assert.Equal(("NG", "President of Nigeria", "+234 9 000 0000"), (ada.Value("Country or institution"), ada.Value("Office"), ada.Value("Phone")));
        ada.Fill("Languages", "en");
        await ada.PressAsync("Add the contact");

        Assert.Equal("President of Nigeria", ada.Heading);
        Assert.Equal(SuggestionState.Accepted, (await application.WithDatabaseAsync(db => db.ContactSuggestions.SingleAsync())).State);
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        Assert.True(await SuggestAsync("NG", "<script>alert(1)</script>", "javascript:alert(1)", "https://evil.example/\"><img src=x>"));
        await ada.OpenAsync("/en/admin/contacts/suggestions");

        var card = ada.Page.QuerySelector(".suggestions .card")!;
        Assert.Contains("<script>alert(1)</script>", Visitor.Line(card), StringComparison.Ordinal);
        Assert.Empty(card.QuerySelectorAll("script, img"));
        Assert.All(card.QuerySelectorAll("a"), a => Assert.StartsWith("/en/admin/contacts/", a.GetAttribute("href"), StringComparison.Ordinal));
        await ada.OpenAsync(ada.Link("Make an edit of it").GetAttribute("href")!);
        Assert.Equal(("", ""), (ada.Value("Official page"), ada.Value("Web form")));
        Assert.Equal("javascript:alert(1)", ada.Value("Postal address"));
    }

    [Fact]
    public async Task The_same_said_again_is_counted_and_what_was_dismissed_does_not_come_back()
    {
        Assert.True(await SuggestAsync("NG", "President of Nigeria", "pm@state.example", "TV"));
        Assert.True(await SuggestAsync("NG", " president of NIGÉRIA ", "PM@state.example", "radio"));
        Assert.Equal(2, (await application.WithDatabaseAsync(db => db.ContactSuggestions.SingleAsync())).Times);
        await ada.OpenAsync("/en/admin/contacts/suggestions");
        Assert.Contains("said 2 times", ada.MainText, StringComparison.Ordinal);

        ada.Tick(ada.Box("Nothing to it"));
        await ada.PressAsync("Dismiss what is ticked");
        Assert.Contains("1 suggestion is dismissed.", ada.MainText, StringComparison.Ordinal);
        Assert.True(await SuggestAsync("NG", "President of Nigeria", "pm@state.example", "TV"));
        await ada.OpenAsync("/en/admin/contacts/suggestions");
        Assert.Contains("Nothing waits.", ada.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_ends_for_everybody_and_for_one_place_and_says_so()
    {
        for (var i = 1; i <= 4; i++)
        {
            Assert.True(await SuggestAsync("NG", $"Office {i}", "pm@state.example", "TV"));
        }

        Assert.False(await SuggestAsync("NG", "Office 5", "pm@state.example", "TV"));
        Assert.Equal(4, await application.WithDatabaseAsync(db => db.ContactSuggestions.CountAsync()));

        // The day is over: there is room again for one from this place, whose six of the day before are forgotten.
        application.Clock.Advance(TimeSpan.FromHours(25));
        Assert.True(await SuggestAsync("NG", "Office 6", "pm@state.example", "TV"));
        for (var i = 0; i < 5; i++)
        {
            Assert.True(await SuggestAsync("NG", "Office 6", "pm@state.example", "TV"));
        }

        Assert.False(await SuggestAsync("NG", "Office 6", "pm@state.example", "TV"));
        Assert.Equal(6, (await application.WithDatabaseAsync(db => db.ContactSuggestions.SingleAsync(s => s.Office == "Office 6"))).Times);
    }

    /// <returns>False where it was not taken.</returns>
    private async Task<bool> SuggestAsync(string country, string office, string address, string source)
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync($"{TestApplication.Campaign}/no-office/{country}");
        browser.Fill("The office", office);
        browser.Fill("Its address", address);
        browser.Fill("Where did you see it?", source);
        await browser.PressAsync("Send the suggestion");
        if (browser.Summary.Count > 0)
        {
            Assert.Contains("Too many suggestions came today.", browser.Summary[0], StringComparison.Ordinal);
            Assert.Equal(office, browser.Value("The office"));
            return false;
        }

        return Visitor.Line(browser.Page.QuerySelector("[role=status]")).Contains("Thank you", StringComparison.Ordinal);
    }
}

using System.Net;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Campaigns.Write;

public sealed class NoOfficeTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private readonly TestApplication application = running.Application;

    [Theory]
    [InlineData("NG", "Nigeria", "Chairperson of the African Union Commission")]
    [InlineData("HU", "Hungary", "President of the European Commission")]
    [InlineData("AE", "United Arab Emirates", "President of the United States")]
    [InlineData("IS", "Iceland", "President of the United States")]
    [InlineData("XK", "Kosovo", "President of the United States")]
    public async Task A_country_without_an_office_says_so_and_offers_the_nearest(string code, string name, string nearest)
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync(code);

        Assert.Equal($"{TestApplication.Campaign}/no-office/{code}", writer.Browser.Address);
        Assert.Equal($"We have no address for the government of {name} yet", writer.Browser.Heading);
        await writer.Browser.FollowAsync(nearest);
        Assert.Equal(nearest, Visitor.Line(writer.Browser.Page.QuerySelector(".recipient strong")));
        writer.FillIn();
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        Assert.Equal("Check your letter", writer.Browser.Heading);
        Assert.EndsWith($"{writer.Supporter.Place}, {name}\n", writer.ShownBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_country_that_is_not_in_the_list_has_this_page()
    {
        using var browser = new Visitor(application);
        foreach (var code in Countries.All.Except(OfficeList.CountryCodes))
        {
            await browser.OpenAsync($"{TestApplication.Campaign}/write/{code}");

            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Equal($"{TestApplication.Campaign}/no-office/{code}", browser.Address);
            Assert.NotEmpty(browser.Page.QuerySelectorAll(".cards a"));
        }
    }

    [Fact]
    public async Task Every_member_of_the_G20_is_offered()
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync($"{TestApplication.Campaign}/no-office/IS");

        Assert.Equal(21, browser.Page.QuerySelectorAll(".columns a").Length);
        await browser.FollowAsync("Japan");
        Assert.Equal("Prime Minister of Japan", Visitor.Line(browser.Page.QuerySelector(".recipient strong")));
    }

    [Fact]
    public async Task A_suggestion_is_stored_with_nothing_of_who_made_it()
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync($"{TestApplication.Campaign}/no-office/NG");
        browser.Fill("The office", " President of <b>Nigeria</b> ");
        browser.Fill("Its address", "State House\r\nAbuja");
        browser.Fill("Where did you see it?", "https://statehouse.gov.ng/");
        await browser.PressAsync("Send the suggestion");

        Assert.Contains("Thank you", Visitor.Line(browser.Page.QuerySelector("[role=status]")), StringComparison.Ordinal);
        var stored = await application.WithDatabaseAsync(db => db.ContactSuggestions.SingleAsync(s => s.Office == "President of <b>Nigeria</b>"));
        Assert.Equal(("NG", "State House\nAbuja", "https://statehouse.gov.ng/"), (stored.CountryCode, stored.Address, stored.Source));
        string[] columns = [.. typeof(ContactSuggestion).GetProperties().Select(p => p.Name).Order()];
        Assert.Equal(
            ["Address", "Contact", "ContactId", "CountryCode", "CreatedAt", "DecidedAt", "DecidedBy", "Fingerprint", "Id", "Office", "Source", "State", "Times"],
            columns);
    }

    [Fact]
    public async Task Mistakes_of_a_suggestion_stand_beside_their_boxes()
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync($"{TestApplication.Campaign}/no-office/NG");
        browser.Fill("The office", new string('a', 251));
        browser.Fill("Where did you see it?", "   ");
        await browser.PressAsync("Send the suggestion");

        Assert.Equal("That is too long. Shorten it a little.", browser.ErrorBeside(browser.Box("The office")));
        Assert.Equal("Enter the address of the office.", browser.ErrorBeside(browser.Box("Its address")));
        Assert.Equal("Enter where you saw the address, so that we can check it.", browser.ErrorBeside(browser.Box("Where did you see it?")));
        Assert.Equal(3, browser.Summary.Count);
        Assert.Equal(new string('a', 251), browser.Value("The office"));
    }

    [Fact]
    public async Task What_fills_in_the_hidden_box_is_thanked_and_not_stored()
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync($"{TestApplication.Campaign}/no-office/NG");
        browser.Fill("The office", "Robot");
        browser.Fill("Its address", "Robot");
        browser.Fill("Where did you see it?", "Robot");
        browser.Fill("Website", "https://robot.example/");
        await browser.PressAsync("Send the suggestion");

        Assert.Contains("Thank you", Visitor.Line(browser.Page.QuerySelector("[role=status]")), StringComparison.Ordinal);
        Assert.False(await application.WithDatabaseAsync(db => db.ContactSuggestions.AnyAsync(s => s.Office == "Robot")));
    }

    [Theory]
    [InlineData("no-office/ZZ")]
    [InlineData("no-office/DEU")]
    [InlineData("write/ZZ")]
    [InlineData("write/D")]
    public async Task A_code_of_no_country_is_not_found(string path)
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync($"{TestApplication.Campaign}/{path}");

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Equal("There is no such page", browser.Heading);
    }
}

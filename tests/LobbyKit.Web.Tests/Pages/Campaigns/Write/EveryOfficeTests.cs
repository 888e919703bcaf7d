using LobbyKit.Web.Contacts.Seeding;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Campaigns.Write;

/// <summary>For each country and office of the seeded list: the form, the check and the receipt of every way to deliver.</summary>
public sealed class EveryOfficeTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private const string Town = "Your town (you may leave it empty)";

    private static readonly string[] LetterLanguages =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "data/campaigns/keep-hope-alive/letters"))
            .Select(f => Path.GetFileNameWithoutExtension(f)!)];

    private readonly TestApplication application = running.Application;

    public static TheoryData<string> Countries => [.. OfficeList.CountryCodes];

    public static TheoryData<string, string> Offices
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var row in OfficeList.All)
            {
                data.Add(row.CountryCode, row.Office);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public async Task The_form_is_for_the_countrys_first_office_and_offers_the_others(string country)
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync(country);

        var offices = OfficeList.Of(country);
        Assert.Equal("Write your letter", writer.Browser.Heading);
        Assert.Equal(offices[0].Office, Visitor.Line(writer.Browser.Page.QuerySelector(".recipient strong")));
        Assert.Equal(offices.Skip(1).Select(o => o.Office), writer.Browser.Page.QuerySelectorAll("#letter-form .choices button").Select(Visitor.Line));
    }

    [Theory]
    [InlineData("SA")]
    [InlineData("RU")]
    [InlineData("EG")]
    [InlineData("UA")]
    public async Task Where_only_a_head_of_state_is_known_the_letter_goes_there(string country)
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync(country);

        Assert.Contains("Head of state", Visitor.Line(writer.Browser.Page.QuerySelector(".recipient")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Offices))]
    public async Task An_office_gets_its_letter_in_its_language_by_each_of_its_channels(string country, string office)
    {
        var row = OfficeList.All.Single(r => r.CountryCode == country && r.Office == office);
        var id = await application.WithDatabaseAsync(db => db.Contacts.Where(c => c.CountryCode == country && c.Office == office).Select(c => c.Id).SingleAsync());
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync(country, id);

        var routes = RoutesTo(row);
        Assert.Equal(routes, writer.Browser.Page.QuerySelectorAll("input[name='Form.Route']").Select(r => Enum.Parse<LetterRoute>(r.GetAttribute("value")!)));
        Assert.Equal(FirstLanguage(row), writer.ShownLanguage);
        AssertReadable(writer.ShownSubject, writer.ShownBody);

        foreach (var route in routes)
        {
            await DeliverAsync(writer, row, id, route);
        }
    }

    private static List<LetterRoute> RoutesTo(ContactRow row)
    {
        var routes = new List<LetterRoute>();
        routes.AddRange(row.Email.Length > 0 ? [LetterRoute.Server, LetterRoute.OwnMailbox] : []);
        routes.AddRange(row.WebFormUrl.Length > 0 ? [LetterRoute.WebForm] : []);
        routes.AddRange(row.PostalAddress.Length > 0 ? [LetterRoute.Post] : []);
        routes.AddRange(row.Phone.Length > 0 ? [LetterRoute.Phone] : []);
        return routes;
    }

    private static string FirstLanguage(ContactRow row) => row.Languages.Split(';')
        .Select(l => LetterLanguages.FirstOrDefault(letter => letter.Split('-')[0] == l.Split('-')[0]))
        .FirstOrDefault(l => l is not null) ?? "en";

    private static void AssertReadable(string subject, string body)
    {
        Assert.DoesNotContain("{{", subject + body, StringComparison.Ordinal);
        Assert.DoesNotContain("}}", subject + body, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", body, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", subject + body, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', subject);
        Assert.InRange(body.Length, 400, 6000);
        Assert.All(body.Split('\n'), line => Assert.Equal(line.Trim(), line));
    }

    private static async Task DeliverAsync(LetterWriter writer, ContactRow row, int id, LetterRoute route)
    {
        var browser = writer.Browser;
        await writer.OpenFormAsync(row.CountryCode, id);
        browser.Choose(RouteLabel(route));
        browser.Fill("Your name", writer.Supporter.Name);
        browser.Fill(Town, writer.Supporter.Place);
        browser.Tick(writer.ConsentBox);
        if (route == LetterRoute.Server)
        {
            browser.Fill("Your e-mail address", writer.Supporter.Email);
        }

        await browser.PressAsync(LetterWriter.CheckButton);
        Assert.Equal("Check your letter", browser.Heading);
        AssertReadable(writer.ShownSubject, writer.ShownBody);
        Assert.Contains(writer.Supporter.Name, writer.ShownBody, StringComparison.Ordinal);
        var (subject, body) = (writer.ShownSubject, writer.ShownBody);
        if (route == LetterRoute.Server)
        {
            return;
        }

        await browser.PressAsync(SendButton(route));
        writer.RememberReceipt();
        Assert.Equal("Now send your letter", browser.Heading);
        await AssertMeansAsync(writer, row, route, subject, body);

        await browser.PressAsync(DoneButton(route));
        Assert.Equal("Thank you for sending your letter", browser.Heading);
        Assert.Equal(LetterState.Reported, (await writer.LetterAsync()).State);
    }

    private static async Task AssertMeansAsync(LetterWriter writer, ContactRow row, LetterRoute route, string subject, string body)
    {
        var browser = writer.Browser;
        switch (route)
        {
            case LetterRoute.OwnMailbox:
                var (address, query) = Split(browser.Link("Open the letter in my mail program").GetAttribute("href")!);
                Assert.Equal($"mailto:{row.Email}", address);
                Assert.Equal($"subject={subject}&body={body.Replace("\n", "\r\n", StringComparison.Ordinal)}", query);
                break;
            case LetterRoute.WebForm:
                Assert.Equal(row.WebFormUrl, browser.Link("Open the official form (in a new tab)").GetAttribute("href"));
                Assert.Equal((subject, body), (browser.Value("Subject"), browser.Value("Text")));
                break;
            case LetterRoute.Phone:
                Assert.Matches(@"^tel:\+?[0-9]{3,15}$", browser.Page.QuerySelector("a[href^='tel:']")!.GetAttribute("href")!);
                Assert.Contains("human rights in Russia", Visitor.Line(browser.Page.QuerySelector("blockquote")), StringComparison.Ordinal);
                break;
            case LetterRoute.Post:
                await browser.FollowAsync("Open the letter to print");
                var sheet = browser.Page.QuerySelector(".sheet")!;
                Assert.Equal((subject, body), (writer.ShownSubject, writer.ShownBody));
                Assert.Equal(
                    string.Concat(row.PostalAddress.Split(',').Select(part => part.Trim())),
                    string.Concat(sheet.QuerySelectorAll("address bdi").Skip(1).Select(Visitor.Line)));
                Assert.Matches("2026|٢٠٢٦", sheet.QuerySelector(".date")!.TextContent);
                await browser.FollowAsync("Back to your letter");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(route), route, null);
        }
    }

    private static (string Address, string Query) Split(string link)
    {
        var parts = link.Split('?', 2);
        return (parts[0], Uri.UnescapeDataString(parts[1]));
    }

    private static string RouteLabel(LetterRoute route) => route switch
    {
        LetterRoute.Server => "By e-mail, sent for me",
        LetterRoute.OwnMailbox => "From my own mailbox",
        LetterRoute.WebForm => "Through the office’s web form",
        LetterRoute.Post => "By post",
        _ => "By phone",
    };

    private static string SendButton(LetterRoute route) => route switch
    {
        LetterRoute.OwnMailbox => "Continue to my mail program",
        LetterRoute.WebForm => "Continue to the form",
        LetterRoute.Post => "Continue to print",
        _ => "Continue to the phone number",
    };

    private static string DoneButton(LetterRoute route) => route switch
    {
        LetterRoute.OwnMailbox => "I sent my e-mail",
        LetterRoute.WebForm => "I sent the form",
        LetterRoute.Post => "I posted my letter",
        _ => "I called",
    };
}

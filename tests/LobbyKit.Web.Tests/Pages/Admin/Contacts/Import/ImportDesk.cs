using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts.Import;

/// <summary>An admin with files to import.</summary>
internal sealed partial class ImportDesk(Visitor browser)
{
    public const string Start = "/en/admin/contacts/import";

    public const string Header =
        "country_code,country,g20_status,role,office,body,person_name,salutation,languages,email,web_form_url,postal_address,phone,source_url,source_seen,confidence,note";

    public const string ChangedMeanwhile = "Contacts were changed after the dry run, so nothing was written.";

    public Visitor Browser => browser;

    public static async Task<ImportDesk> OpenAsync(AdminDesk desk, string email = AdminDesk.Ada) => new(await desk.SignInAsync(email));

    private string? Progress => browser.Page.GetElementById("progress") is { } progress ? Visitor.Line(progress) : null;

    /// <summary>A row of our own columns.</summary>
    public static string Row(
        string country, string office, string email = "", string form = "", string phone = "", string person = "", string body = "", string post = "", string note = "") =>
        $"{country},,non_member,head_of_government,{office},{body},{person},Dear Prime Minister,en,{email},{form},{post},{phone},,,low,{note}";

    public static byte[] Lines(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', [Header, .. rows, ""]));

    /// <summary>Sends a file and shows what comes of it: the columns, or the form again.</summary>
    public async Task UploadAsync(byte[] content, string? asOf = null, string name = "list.csv")
    {
        await browser.OpenAsync(Start);
        var press = browser.Press("Upload, and choose the columns");
        await browser.SendAsync(press.With("AsOf", asOf ?? browser.Value("On which day was the list true?")), "Upload", name, content);
    }

    /// <summary>As far as the dry run.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CheckAsync(byte[] content, string? asOf = null, string name = "list.csv")
    {
        await UploadAsync(content, asOf, name);
        Assert.True(browser.Heading == "Which column is what?", browser.MainText);
        return await CompareAsync();
    }

    public async Task<IReadOnlyDictionary<string, int>> CompareAsync()
    {
        await browser.PressAsync("Compare with the contacts");
        await WaitAsync();
        return Counts();
    }

    /// <summary>The numbers in the dry run's tabs.</summary>
    public IReadOnlyDictionary<string, int> Counts() => browser.Page.QuerySelectorAll("nav[aria-label=Rows] a")
        .Select(a => TabText().Match(Visitor.Line(a))).ToDictionary(m => m.Groups[1].Value, m => int.Parse(m.Groups[2].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));

    public async Task ApplyAsync()
    {
        await browser.PressAsync(Visitor.Line(browser.Page.QuerySelectorAll("button").Single(b => Visitor.Line(b).StartsWith("Apply:", StringComparison.Ordinal))));
        await WaitAsync();
    }

    /// <summary>Looks at the page of the progress until there is another one, and as long as it gets on.</summary>
    public async Task WaitAsync()
    {
        while (Progress is { } before)
        {
            await Wait.ForAsync("the import's progress", async () =>
            {
                await browser.OpenAsync(browser.Address);
                return Progress == before ? null : this;
            });
        }
    }

    /// <summary>The row of the table that begins on a line of the file.</summary>
    public string RowText(int line) =>
        Visitor.Line(browser.Page.QuerySelectorAll(".import-rows tbody tr").Single(r => Visitor.Line(r.QuerySelector("td")) == $"{line}"));

    [GeneratedRegex(@"^(.+) \(([0-9,]+)\)$")]
    private static partial Regex TabText();
}

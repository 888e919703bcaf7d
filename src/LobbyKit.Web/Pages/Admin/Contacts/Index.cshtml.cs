using LobbyKit.Templates;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Pages.Admin.Contacts;

/// <summary>The list. Everything that is asked for stands in its address, so that it can be kept and passed on.</summary>
public sealed class IndexModel(ContactSearch search, IOptions<ContactOptions> options, TimeProvider clock) : PageModel
{
    private const int LongestText = 200;

    public ContactQuery Query { get; private set; } = new();

    public ContactListing Listing { get; private set; } = null!;

    public DateTime StaleBefore => search.StaleBefore;

    public int StaleAfterDays => options.Value.StaleAfterDays;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public bool IsFiltered => Query != new ContactQuery { Sort = Query.Sort, Page = Query.Page };

    public static IEnumerable<(string Value, string Text)> Countries { get; } = [("", "Any"), .. ContactForm.Countries.Skip(1)];

    public static IEnumerable<(string Value, string Text)> Roles => Any(Enum.GetValues<ContactRole>(), ContactWords.Of);

    public static IEnumerable<(string Value, string Text)> Channels => Any(Enum.GetValues<ChannelKind>(), ContactWords.Of);

    public static IEnumerable<(string Value, string Text)> Confidences => Any(Enum.GetValues<Confidence>(), c => c.ToString());

    public static IEnumerable<(string Value, string Text)> Sorts =>
    [
        (nameof(ContactSort.Country), "By country"), (nameof(ContactSort.Office), "By office"),
        (nameof(ContactSort.LongestUnchecked), "Longest not verified first"), (nameof(ContactSort.MostWritten), "Most written to first"),
    ];

    public static IEnumerable<(string Value, string Text)> Checks(int staleAfterDays) => Any(Enum.GetValues<ContactCheck>(), check => check switch
    {
        ContactCheck.Verified => "Verified",
        ContactCheck.Unverified => "Not verified",
        _ => $"Stale: more than {staleAfterDays} days ago",
    });

    /// <remarks>What is not understood is not asked for: an address may have been typed.</remarks>
    public async Task OnGetAsync(string? q, string? country, string? role, string? channel, string? check, string? confidence, string? sort, CancellationToken cancellationToken)
    {
        var text = TypedText.Line(q);
        Query = new ContactQuery
        {
            Text = text.Length <= LongestText ? text : text[..LongestText],
            CountryCode = LobbyKit.Web.Contacts.Countries.IsCode(country ?? "") ? country! : "",
            Role = Read<ContactRole>(role),
            Channel = Read<ChannelKind>(channel),
            Check = Read<ContactCheck>(check),
            Confidence = Read<Confidence>(confidence),
            Sort = Read<ContactSort>(sort) ?? ContactSort.Country,
            Bouncing = Request.Query["bouncing"] == "true",
            Retired = Request.Query["retired"] == "true",
            Page = int.TryParse(Request.Query["p"], out var page) ? page : 1,
        };
        Listing = await search.FindAsync(Query, cancellationToken);
    }

    /// <summary>The same question's other page.</summary>
    public string PageAddress(int page) => QueryString.Create(
        Request.Query.Where(q => q.Key != "p" && q.Value.ToString().Length > 0).Append(new("p", $"{page}"))).ToString();

    private static TEnum? Read<TEnum>(string? text)
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(text, out var value) && Enum.IsDefined(value) ? value : null;

    private static IEnumerable<(string Value, string Text)> Any<T>(IEnumerable<T> values, Func<T, string> text) =>
        values.Select(v => (v!.ToString()!, text(v))).Prepend(("", "Any"));
}

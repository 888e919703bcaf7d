using System.Globalization;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Audit;

/// <summary>The filter as it is asked for in the address; what cannot be understood is said, and narrows nothing.</summary>
public abstract class FilterPageModel : PageModel
{
    public const int TextLength = 200;

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>The subject's id.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Account { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    /// <summary>What narrows, for links that keep the filter.</summary>
    public Dictionary<string, string> Narrowing => new (string Name, string? Value)[]
    {
        (nameof(Kind), Kind), (nameof(Subject), Subject), (nameof(Account), Account), (nameof(From), From), (nameof(To), To), (nameof(Text), Text),
    }.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToDictionary(r => r.Name, r => r.Value!);

    protected AuditFilter ReadFilter()
    {
        var text = TypedText.Line(Text);
        var filter = new AuditFilter
        {
            Kind = Enum.TryParse<AuditKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null,
            SubjectId = TypedText.Line(Subject),
            AccountId = int.TryParse(Account, NumberStyles.None, CultureInfo.InvariantCulture, out var account) ? account : null,
            From = Day(From, nameof(From)),
            To = Day(To, nameof(To)),
            Text = text.Length <= TextLength ? text : text[..TextLength],
        };
        if (filter.From > filter.To)
        {
            ModelState.AddModelError(nameof(To), "The last day is before the first.");
        }

        return filter;
    }

    private DateOnly? Day(string? typed, string name)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        ModelState.AddModelError(name, "Enter a day as year-month-day, such as 2026-11-22.");
        return null;
    }
}

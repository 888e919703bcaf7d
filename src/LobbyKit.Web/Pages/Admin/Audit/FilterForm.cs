using System.Globalization;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LobbyKit.Web.Pages.Admin.Audit;

/// <summary>The filter as it is asked for in the address; what cannot be understood is said, and narrows nothing.</summary>
public sealed class FilterForm
{
    public const int TextLength = 200;

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "subject")]
    public string? Subject { get; set; }

    [FromQuery(Name = "account")]
    public string? Account { get; set; }

    [FromQuery(Name = "from")]
    public string? From { get; set; }

    [FromQuery(Name = "to")]
    public string? To { get; set; }

    [FromQuery(Name = "text")]
    public string? Text { get; set; }

    public bool IsEmpty => new[] { Kind, Subject, Account, From, To, Text }.All(string.IsNullOrWhiteSpace);

    public AuditFilter Read(ModelStateDictionary problems)
    {
        var filter = new AuditFilter
        {
            Kind = Enum.TryParse<AuditKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null,
            SubjectId = TypedText.Line(Subject),
            AccountId = int.TryParse(Account, NumberStyles.None, CultureInfo.InvariantCulture, out var account) ? account : null,
            From = Day(From, nameof(From), problems),
            To = Day(To, nameof(To), problems),
            Text = TypedText.Line(Text) is { Length: <= TextLength } text ? text : TypedText.Line(Text)[..TextLength],
        };
        if (filter.From > filter.To)
        {
            problems.AddModelError($"Filter.{nameof(To)}", "The last day is before the first.");
        }

        return filter;
    }

    /// <summary>For links that keep the filter.</summary>
    public Dictionary<string, string> Route() => new (string Name, string? Value)[]
    {
        ("kind", Kind), ("subject", Subject), ("account", Account), ("from", From), ("to", To), ("text", Text),
    }.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToDictionary(r => r.Name, r => r.Value!);

    private static DateOnly? Day(string? typed, string name, ModelStateDictionary problems)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        problems.AddModelError($"Filter.{name}", "Enter a day as year-month-day, such as 2026-11-22.");
        return null;
    }
}

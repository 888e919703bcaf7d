using System.Globalization;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>The questions for a new campaign.</summary>
public sealed class NewForm
{
    /// <summary>The fields in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Questions =
    [
        .. new[] { nameof(Title), nameof(Slug), nameof(Language), nameof(EventName), nameof(EventPlace), nameof(EventStarts), nameof(EventEnds), nameof(EventTimeZone) }
            .Select(name => $"Form.{name}"),
    ];

    public string? Title { get; set; }

    public string? Slug { get; set; }

    public string? Language { get; set; } = "English (en)";

    public string? EventName { get; set; }

    public string? EventPlace { get; set; }

    public string? EventStarts { get; set; }

    public string? EventEnds { get; set; }

    public string? EventTimeZone { get; set; }

    /// <returns>Null where something is wrong; then <paramref name="state"/> says what.</returns>
    public NewCampaign? Read(ModelStateDictionary state)
    {
        var (title, name, place, slug) = (TypedText.Line(Title), TypedText.Line(EventName), TypedText.Line(EventPlace), TypedText.Line(Slug));
        var language = SpokenLanguage.Find(Language);
        var (starts, ends, zone) = (Day(EventStarts), Day(EventEnds), EventTime.FindZone(EventTimeZone));
        (string Field, string? Problem)[] found =
        [
            (nameof(Title), title.Length is 0 or > 200 ? "Enter a title of at most 200 characters." : null),
            (nameof(Slug), slug.Length > 0 && !CampaignSlug.IsValid(slug) ? "Use lower-case letters, digits and hyphens, at most 60." : null),
            (nameof(Language), language is null ? "Choose the language that the campaign is written in." : null),
            (nameof(EventName), name.Length is 0 or > 200 ? "Enter the name of the event, at most 200 characters." : null),
            (nameof(EventPlace), place.Length > 200 ? "The place can have 200 characters at most." : null),
            (nameof(EventStarts), starts is null ? "Enter the first day of the event." : null),
            (nameof(EventEnds), ends is null ? "Enter the last day of the event." : ends < starts ? "The last day is before the first." : null),
            (nameof(EventTimeZone), zone is null ? "Choose a time zone from the list, such as Europe/Berlin." : null),
        ];
        foreach (var (field, problem) in found.Where(f => f.Problem is not null))
        {
            state.AddModelError($"Form.{field}", problem!);
        }

        return state.IsValid
            ? new NewCampaign(title, slug.Length > 0 ? slug : null, language!, name, place, starts!.Value, ends!.Value, zone!.Id)
            : null;
    }

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

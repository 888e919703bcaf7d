using System.Globalization;
using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LobbyKit.Web.Pages.Organise.Settings;

/// <summary>What holds for a campaign whatever the language. Times are clock times at the place of the event.</summary>
public sealed class SettingsForm : EditedForm
{
    private const string Clock = "yyyy-MM-dd'T'HH:mm";

    /// <summary>The fields in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Questions = [.. new SettingsForm().EditedFields().Select(f => $"Form.{f.Name}")];

    public string? Slug { get; set; }

    public string? EventStarts { get; set; }

    public string? EventEnds { get; set; }

    public string? EventTimeZone { get; set; }

    public string? HostCountry { get; set; }

    public string? OpensAt { get; set; }

    public string? ClosesAt { get; set; }

    public string? Role1 { get; set; }

    public string? Role2 { get; set; }

    public string? Role3 { get; set; }

    public string? Role4 { get; set; }

    public bool Email { get; set; }

    public bool WebForm { get; set; }

    public bool Post { get; set; }

    public bool Phone { get; set; }

    public SupporterEditing Editing { get; set; }

    public string? Goal { get; set; }

    public string? SenderName { get; set; }

    public string? Accent { get; set; }

    public string? Hashtag { get; set; }

    public static SettingsForm Of(Campaign campaign)
    {
        var form = new SettingsForm
        {
            Slug = campaign.Slug,
            EventStarts = campaign.EventStarts.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            EventEnds = campaign.EventEnds.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            EventTimeZone = campaign.EventTimeZone,
            HostCountry = campaign.HostCountryCode,
            OpensAt = EventTime.ToLocal(campaign.OpensAt, campaign.EventTimeZone).ToString(Clock, CultureInfo.InvariantCulture),
            ClosesAt = EventTime.ToLocal(campaign.ClosesAt, campaign.EventTimeZone).ToString(Clock, CultureInfo.InvariantCulture),
            Role1 = Role(campaign, 0),
            Role2 = Role(campaign, 1),
            Role3 = Role(campaign, 2),
            Role4 = Role(campaign, 3),
            Email = campaign.Channels.Contains(ChannelKind.Email),
            WebForm = campaign.Channels.Contains(ChannelKind.WebForm),
            Post = campaign.Channels.Contains(ChannelKind.Post),
            Phone = campaign.Channels.Contains(ChannelKind.Phone),
            Editing = campaign.Editing,
            Goal = campaign.Goal.ToString(CultureInfo.InvariantCulture),
            SenderName = campaign.SenderName,
            Accent = campaign.Accent,
            Hashtag = campaign.Hashtag,
        };
        form.Begin(campaign.Revision);
        return form;
    }

    public override IReadOnlyList<EditedField> EditedFields() =>
    [
        new(nameof(Slug), "Address", () => Slug ?? "", v => Slug = v),
        new(nameof(EventStarts), "First day", () => EventStarts ?? "", v => EventStarts = v),
        new(nameof(EventEnds), "Last day", () => EventEnds ?? "", v => EventEnds = v),
        new(nameof(EventTimeZone), "Time zone", () => EventTimeZone ?? "", v => EventTimeZone = v),
        new(nameof(HostCountry), "Host country", () => HostCountry ?? "", v => HostCountry = v),
        new(nameof(OpensAt), "Opens", () => OpensAt ?? "", v => OpensAt = v),
        new(nameof(ClosesAt), "Closes", () => ClosesAt ?? "", v => ClosesAt = v),
        new(nameof(Role1), "First choice", () => Role1 ?? "", v => Role1 = v),
        new(nameof(Role2), "Second choice", () => Role2 ?? "", v => Role2 = v),
        new(nameof(Role3), "Third choice", () => Role3 ?? "", v => Role3 = v),
        new(nameof(Role4), "Fourth choice", () => Role4 ?? "", v => Role4 = v),
        new(nameof(Email), "E-mail", () => YesNo(Email), v => Email = v == "yes"),
        new(nameof(WebForm), "Web form", () => YesNo(WebForm), v => WebForm = v == "yes"),
        new(nameof(Post), "Post", () => YesNo(Post), v => Post = v == "yes"),
        new(nameof(Phone), "Phone", () => YesNo(Phone), v => Phone = v == "yes"),
        new(nameof(Editing), "What supporters may write", () => Editing.ToString(), v => Editing = Enum.Parse<SupporterEditing>(v)),
        new(nameof(Goal), "Goal", () => Goal ?? "", v => Goal = v),
        new(nameof(SenderName), "Sender's name", () => SenderName ?? "", v => SenderName = v),
        new(nameof(Accent), "Accent colour", () => Accent ?? "", v => Accent = v),
        new(nameof(Hashtag), "Hashtag", () => Hashtag ?? "", v => Hashtag = v),
    ];

    /// <param name="campaign">The campaign that it is for; one that was public keeps its address.</param>
    /// <param name="state">Is told what is wrong.</param>
    /// <returns>Null where something is wrong.</returns>
    public CampaignSettings? Read(Campaign campaign, ModelStateDictionary state)
    {
        var slug = campaign.State == CampaignState.Draft ? TypedText.Line(Slug) : campaign.Slug;
        var (sender, hashtag, accent, host) = (TypedText.Line(SenderName), TypedText.Line(Hashtag).TrimStart('#'), TypedText.Line(Accent).ToLowerInvariant(), HostCountry ?? "");
        var zone = EventTime.FindZone(EventTimeZone);
        var (starts, ends) = (Day(EventStarts), Day(EventEnds));
        var (opens, closes) = (Time(OpensAt, zone), Time(ClosesAt, zone));
        var asked = new[] { Role1, Role2, Role3, Role4 }.Where(r => !string.IsNullOrEmpty(r)).ToList();
        var roles = asked.Select(r => Enum.TryParse<ContactRole>(r, out var role) && Enum.IsDefined(role) ? role : (ContactRole?)null).OfType<ContactRole>().Distinct().ToList();
        var channels = Channels();
        var goal = int.TryParse((Goal ?? "").Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : string.IsNullOrWhiteSpace(Goal) ? 0 : -1;
        (string Field, string? Problem)[] found =
        [
            (nameof(Slug), CampaignSlug.IsValid(slug) ? null : "Use lower-case letters, digits and hyphens, at most 60."),
            (nameof(EventStarts), starts is null ? "Enter the first day of the event." : null),
            (nameof(EventEnds), ends is null ? "Enter the last day of the event." : ends < starts ? "The last day is before the first." : null),
            (nameof(EventTimeZone), zone is null ? "Choose a time zone from the list, such as Europe/Berlin." : null),
            (nameof(HostCountry), host.Length > 0 && !Countries.IsKnown(host) ? "Choose a country from the list." : null),
            (nameof(OpensAt), opens is null ? "Enter the day and time at which the campaign opens." : null),
            (nameof(ClosesAt), closes is null ? "Enter the day and time at which the campaign closes." : closes <= opens ? "The campaign closes before it opens." : null),
            (nameof(Role1), roles.Count == 0 ? "Choose at least one office to write to." : roles.Count != asked.Count ? "The same office is chosen twice. Choose each once." : null),
            (nameof(Email), channels.Count == 0 ? "Allow at least one channel, or no letter can go." : null),
            (nameof(Editing), Enum.IsDefined(Editing) ? null : "Choose one of the three."),
            (nameof(Goal), goal is < 0 or > 100_000_000 ? "Enter a whole number, or 0 to show no goal." : null),
            (nameof(SenderName), sender.Length is 0 or > 100 ? "Enter a name of at most 100 characters: it stands in the From line of every letter." : null),
            (nameof(Accent), WrongAccent(accent)),
            (nameof(Hashtag), hashtag.Length > 100 || hashtag.Any(char.IsWhiteSpace) ? "A hashtag is one word, of at most 100 characters." : null),
        ];
        foreach (var (field, problem) in found.Where(f => f.Problem is not null))
        {
            state.AddModelError($"Form.{field}", problem!);
        }

        return !state.IsValid ? null : new CampaignSettings
        {
            Slug = slug,
            EventStarts = starts!.Value,
            EventEnds = ends!.Value,
            EventTimeZone = zone!.Id,
            HostCountryCode = host,
            OpensAt = opens!.Value,
            ClosesAt = closes!.Value,
            Roles = roles,
            Channels = channels,
            Editing = Editing,
            Goal = goal,
            Accent = accent,
            Hashtag = hashtag,
            SenderName = sender,
        };
    }

    private static string? WrongAccent(string accent) =>
        !AccentContrast.IsColour(accent)
            ? "Enter a colour as #rrggbb, such as #1d4e5f."
            : AccentContrast.Of(accent).MinBy(c => c.Ratio) is { IsEnough: false } weakest
                ? $"Too hard to read: {weakest.Where.ToLowerInvariant()} has a contrast of {weakest.Text}, and needs 4.5:1. Choose a {(weakest.Where.Contains("dark", StringComparison.Ordinal) ? "lighter" : "darker")} colour."
                : null;

    private List<ChannelKind> Channels() =>
    [
        .. new[] { (Email, ChannelKind.Email), (WebForm, ChannelKind.WebForm), (Post, ChannelKind.Post), (Phone, ChannelKind.Phone) }
            .Where(c => c.Item1).Select(c => c.Item2),
    ];

    private static string Role(Campaign campaign, int place) => campaign.Roles.Count > place ? campaign.Roles[place].ToString() : "";

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    // A browser without such a box lets its reader type a blank between day and time.
    private static DateTime? Time(string? typed, TimeZoneInfo? zone) =>
        DateTime.TryParseExact(typed?.Trim().Replace(' ', 'T'), Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? EventTime.ToUtc(time, zone ?? TimeZoneInfo.Utc)
            : null;
}

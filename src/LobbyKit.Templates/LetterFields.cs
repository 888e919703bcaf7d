using System.Collections.Frozen;
using static LobbyKit.Templates.LetterFieldType;

namespace LobbyKit.Templates;

/// <summary>The closed list of fields. There is nothing else that a template can read.</summary>
public static class LetterFields
{
    internal static readonly IReadOnlyList<string> Roles = ["head_of_government", "head_of_state", "foreign_minister", "institution_head"];
    internal static readonly IReadOnlyList<string> G20Statuses = ["non_member", "member", "permanent_guest", "invited"];

    /// <summary>Every field, in the order in which an editor should offer them.</summary>
    public static IReadOnlyList<LetterField> All { get; } =
    [
        new("supporter.name", Text, "The name of the person who writes; may be empty.", "Amina Diallo", m => m.SupporterName),
        new("supporter.place", Text, "The town or region of the person who writes; may be empty.", "Lyon", m => m.SupporterPlace),
        new("personal_message", Text, "The supporter's own paragraph; may be empty.", "My sister lives in Kazan.", m => m.PersonalMessage),
        new("contact.office", Text, "The office that is written to.", "Prime Minister", m => m.ContactOffice),
        new("contact.body", Text, "The government or institution that the office belongs to.", "Government of Canada", m => m.ContactBody),
        new("contact.person", Text, "The person who holds the office; may be empty.", "Jane Example", m => m.ContactPerson),
        new("contact.salutation", Text, "How the person is greeted.", "Dear Prime Minister", m => m.ContactSalutation),
        new("contact.role", Choice, "What the office is.", "head_of_government", m => Roles[(int)m.ContactRole], Roles),
        new("contact.country", Text, "The country or institution written to, in the letter's language.", "Canada", m => m.ContactCountry),
        new(
            "contact.country_code",
            Text,
            "The ISO 3166-1 code of the country written to, or EU, or XAU for the African Union.",
            "CA",
            m => m.ContactCountryCode),
        new(
            "contact.g20_status",
            Choice,
            "How the country written to takes part in the G20.",
            "member",
            m => G20Statuses[(int)m.ContactG20Status],
            G20Statuses),
        new("country.name", Text, "The supporter's own country, in the letter's language.", "France", m => m.CountryName),
        new("country.code", Text, "The ISO 3166-1 code of the supporter's own country.", "FR", m => m.CountryCode),
        new("campaign.title", Text, "The campaign's title.", "Keep Hope Alive", m => m.CampaignTitle),
        new("campaign.url", Text, "The address of the campaign's page.", "https://example.org/keep-hope-alive", m => m.CampaignUrl),
        new("event.name", Text, "The event that the campaign leads up to.", "G20 summit", m => m.EventName),
        new("event.place", Text, "Where the event is held.", "Miami", m => m.EventPlace),
        new("event.starts", Date, "The event's first day.", "14 December 2026", m => m.EventStarts),
        new("event.ends", Date, "The event's last day.", "15 December 2026", m => m.EventEnds),
        new(
            "event.days_left",
            Number,
            "Whole days from today to the event's first day; 0 on that day and after it.",
            "22",
            m => m.EventDaysLeft),
        new("today", Date, "The day on which the letter is written.", "22 November 2026", m => m.Today),
    ];

    internal static readonly FrozenDictionary<string, LetterField> ByName =
        All.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
}

using System.Globalization;

namespace LobbyKit.Templates;

/// <summary>
/// The values of one letter. Text is data: it is printed as it stands and never read as template. Values are bounded
/// when they are set: <see cref="LetterLimits.PersonalMessageLength"/> for the personal message and
/// <see cref="LetterLimits.FieldLength"/> for every other text, or an <see cref="ArgumentException"/> names the field.
/// </summary>
public sealed record LetterModel
{
    public string SupporterName { get; init => field = Bounded(value, "supporter.name"); } = "";

    public string SupporterPlace { get; init => field = Bounded(value, "supporter.place"); } = "";

    public string PersonalMessage { get; init => field = Bounded(value, "personal_message", LetterLimits.PersonalMessageLength); } = "";

    public string ContactOffice { get; init => field = Bounded(value, "contact.office"); } = "";

    public string ContactBody { get; init => field = Bounded(value, "contact.body"); } = "";

    public string ContactPerson { get; init => field = Bounded(value, "contact.person"); } = "";

    public string ContactSalutation { get; init => field = Bounded(value, "contact.salutation"); } = "";

    public ContactRole ContactRole { get; init => field = Defined(value, "contact.role"); }

    /// <summary>The contact's country, in the letter's language.</summary>
    public string ContactCountry { get; init => field = Bounded(value, "contact.country"); } = "";

    /// <summary>ISO 3166-1 alpha-2, or EU, or XAU for the African Union.</summary>
    public string ContactCountryCode { get; init => field = Bounded(value, "contact.country_code"); } = "";

    public G20Status ContactG20Status { get; init => field = Defined(value, "contact.g20_status"); }

    /// <summary>The supporter's own country, in the letter's language.</summary>
    public string CountryName { get; init => field = Bounded(value, "country.name"); } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string CountryCode { get; init => field = Bounded(value, "country.code"); } = "";

    public string CampaignTitle { get; init => field = Bounded(value, "campaign.title"); } = "";

    public string CampaignUrl { get; init => field = Bounded(value, "campaign.url"); } = "";

    public string EventName { get; init => field = Bounded(value, "event.name"); } = "";

    public string EventPlace { get; init => field = Bounded(value, "event.place"); } = "";

    public DateOnly EventStarts { get; init; }

    public DateOnly EventEnds { get; init; }

    public DateOnly Today { get; init; }

    /// <summary>Whole days from <see cref="Today"/> to <see cref="EventStarts"/>; 0 on that day and after it.</summary>
    public int EventDaysLeft => Math.Max(0, EventStarts.DayNumber - Today.DayNumber);

    /// <summary>The letter's language (BCP 47): month names, the order of dates and upper and lower case follow it.</summary>
    public CultureInfo Language
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }
    = CultureInfo.GetCultureInfo("en");

    /// <summary>
    /// What <c>pick</c> chooses by: the same for every rendering of one supporter's letter, different from supporter to
    /// supporter, e.g. the letter's id. It is never printed.
    /// </summary>
    public string PickSeed { get; init => field = Bounded(value, nameof(PickSeed)); } = "";

    /// <summary>Says nothing of the values: a model holds personal data, and this text ends up in logs.</summary>
    public override string ToString() => nameof(LetterModel);

    private static string Bounded(string value, string name, int limit = LetterLimits.FieldLength)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value.Length <= limit
            ? value
            : throw new ArgumentException($"{name} has {value.Length} characters; at most {limit} are allowed.", name);
    }

    private static T Defined<T>(T value, string name)
        where T : struct, Enum
        => Enum.IsDefined(value) ? value : throw new ArgumentException($"{name} has no value {value}.", name);
}

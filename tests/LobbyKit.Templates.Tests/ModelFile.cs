using System.Globalization;
using System.Text.Json;

namespace LobbyKit.Templates.Tests;

/// <summary>Reads a golden letter's model: the example model, changed in the fields that the file names as templates do.</summary>
internal static class ModelFile
{
    public static LetterModel Read(string json)
    {
        LetterModel model = Examples.Model;
        foreach (JsonProperty property in JsonDocument.Parse(json).RootElement.EnumerateObject())
        {
            model = With(model, property.Name, property.Value.GetString()!);
        }

        return model;
    }

    public static LetterModel With(LetterModel model, string field, string value) => field switch
    {
        "language" => model with { Language = CultureInfo.GetCultureInfo(value) },
        "pick_seed" => model with { PickSeed = value },
        "supporter.name" => model with { SupporterName = value },
        "supporter.place" => model with { SupporterPlace = value },
        "personal_message" => model with { PersonalMessage = value },
        "contact.office" => model with { ContactOffice = value },
        "contact.body" => model with { ContactBody = value },
        "contact.person" => model with { ContactPerson = value },
        "contact.salutation" => model with { ContactSalutation = value },
        "contact.role" => model with { ContactRole = Enum.Parse<ContactRole>(value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true) },
        "contact.country" => model with { ContactCountry = value },
        "contact.country_code" => model with { ContactCountryCode = value },
        "contact.g20_status" => model with { ContactG20Status = Enum.Parse<G20Status>(value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true) },
        "country.name" => model with { CountryName = value },
        "country.code" => model with { CountryCode = value },
        "campaign.title" => model with { CampaignTitle = value },
        "campaign.url" => model with { CampaignUrl = value },
        "event.name" => model with { EventName = value },
        "event.place" => model with { EventPlace = value },
        "event.starts" => model with { EventStarts = Date(value) },
        "event.ends" => model with { EventEnds = Date(value) },
        "today" => model with { Today = Date(value) },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
    };

    private static DateOnly Date(string value) => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using CsvHelper.Configuration.Attributes;

namespace LobbyKit.Web.Contacts.Seeding;

/// <summary>One row of <c>data/g20-leaders.csv</c>, as it stands there.</summary>
public sealed record ContactRow
{
    [Name("country_code")]
    public required string CountryCode { get; init; }

    [Name("country")]
    public required string Country { get; init; }

    [Name("g20_status")]
    public required string G20Status { get; init; }

    [Name("role")]
    public required string Role { get; init; }

    [Name("office")]
    public required string Office { get; init; }

    [Name("body")]
    public required string Body { get; init; }

    [Name("person_name")]
    public required string PersonName { get; init; }

    [Name("salutation")]
    public required string Salutation { get; init; }

    [Name("languages")]
    public required string Languages { get; init; }

    [Name("email")]
    public required string Email { get; init; }

    [Name("web_form_url")]
    public required string WebFormUrl { get; init; }

    [Name("postal_address")]
    public required string PostalAddress { get; init; }

    [Name("phone")]
    public required string Phone { get; init; }

    [Name("source_url")]
    public required string SourceUrl { get; init; }

    [Name("source_seen")]
    public required string SourceSeen { get; init; }

    [Name("confidence")]
    public required string Confidence { get; init; }

    [Name("note")]
    public required string Note { get; init; }
}

namespace LobbyKit.Web.Contacts;

/// <summary>
/// A contact as plain text, the way that forms and files have it: names in snake_case (<see cref="SnakeCase"/>), languages with
/// semicolons, nothing as an empty text. <see cref="ContactRules"/> holds what may stand in it.
/// </summary>
public sealed record ContactValues
{
    public string CountryCode { get; init; } = "";

    /// <summary>The country's English name; empty for the usual one.</summary>
    public string CountryName { get; init; } = "";

    public string G20Status { get; init; } = "";

    public string Role { get; init; } = "";

    public string Office { get; init; } = "";

    public string Body { get; init; } = "";

    public string PersonName { get; init; } = "";

    public string Salutation { get; init; } = "";

    public string Languages { get; init; } = "";

    /// <summary>The address in use. A new one put here is entered for a second admin's approval.</summary>
    public string Email { get; init; } = "";

    public string WebFormUrl { get; init; } = "";

    public string PostalAddress { get; init; } = "";

    public string Phone { get; init; } = "";

    public string SourceUrl { get; init; } = "";

    public string SourceSeen { get; init; } = "";

    public string Confidence { get; init; } = "";

    public string Note { get; init; } = "";

    public static ContactValues Of(Contact contact) => new()
    {
        CountryCode = contact.CountryCode,
        CountryName = contact.CountryName,
        G20Status = SnakeCase.Of(contact.G20Status),
        Role = SnakeCase.Of(contact.Role),
        Office = contact.Office,
        Body = contact.Body,
        PersonName = contact.PersonName,
        Salutation = contact.Salutation,
        Languages = string.Join(';', contact.Languages),
        Email = contact.Channel(ChannelKind.Email)?.Address ?? "",
        WebFormUrl = contact.Channel(ChannelKind.WebForm)?.Address ?? "",
        PostalAddress = contact.Channel(ChannelKind.Post)?.Address ?? "",
        Phone = contact.Channel(ChannelKind.Phone)?.Address ?? "",
        SourceUrl = contact.SourceUrl,
        SourceSeen = contact.SourceSeen,
        Confidence = SnakeCase.Of(contact.Confidence),
        Note = contact.Note,
    };
}

using LobbyKit.Templates;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace LobbyKit.Web.Pages.Admin.Contacts;

/// <summary>The questions of a contact, as typed.</summary>
public sealed class ContactForm
{
    /// <summary>The fields in the order of the form, with their labels.</summary>
    public static readonly IReadOnlyList<(string Field, string Label)> Labels =
    [
        (nameof(CountryCode), "Country or institution"), (nameof(Role), "Role"), (nameof(Office), "Office"), (nameof(Body), "Body"),
        (nameof(PersonName), "Person"), (nameof(Salutation), "Salutation"), (nameof(Languages), "Languages"), (nameof(G20Status), "G20"),
        (nameof(Email), "E-mail address"), (nameof(Reason), "Where did you see the new e-mail address?"), (nameof(WebFormUrl), "Web form"),
        (nameof(PostalAddress), "Postal address"), (nameof(Phone), "Phone"), (nameof(SourceUrl), "Official page"),
        (nameof(SourceSeen), "Source seen"), (nameof(Confidence), "Confidence"), (nameof(Note), "Note"),
    ];

    public static readonly IReadOnlyList<string> Questions = [.. Labels.Select(l => $"Form.{l.Field}")];

    public int Revision { get; set; }

    public string? CountryCode { get; set; }

    public string? G20Status { get; set; }

    public string? Role { get; set; }

    public string? Office { get; set; }

    public string? Body { get; set; }

    public string? PersonName { get; set; }

    public string? Salutation { get; set; }

    public string? Languages { get; set; }

    public string? Email { get; set; }

    public string? Reason { get; set; }

    public string? WebFormUrl { get; set; }

    public string? PostalAddress { get; set; }

    public string? Phone { get; set; }

    public string? SourceUrl { get; set; }

    public string? SourceSeen { get; set; }

    public string? Confidence { get; set; }

    public string? Note { get; set; }

    public static IEnumerable<(string Value, string Text)> Countries { get; } =
    [
        ("", "Choose"),
        .. LobbyKit.Web.Contacts.Countries.In("en").Select(c => (c.Code, $"{c.Name} ({c.Code})")),
        (Institutions.EuropeanUnion, "European Union (EU)"), (Institutions.AfricanUnion, "African Union (XAU)"),
    ];

    public static IEnumerable<(string Value, string Text)> Roles => Enum.GetValues<ContactRole>().Select(r => (SnakeCase.Of(r), ContactWords.Of(r)));

    public static IEnumerable<(string Value, string Text)> G20Statuses => Enum.GetValues<G20Status>().Select(s => (SnakeCase.Of(s), ContactWords.Of(s)));

    public static IEnumerable<(string Value, string Text)> Confidences => Enum.GetValues<Confidence>().Select(c => (SnakeCase.Of(c), c.ToString()));

    public static ContactForm Of(ContactValues values, int revision) => new()
    {
        Revision = revision,
        CountryCode = values.CountryCode,
        G20Status = values.G20Status,
        Role = values.Role,
        Office = values.Office,
        Body = values.Body,
        PersonName = values.PersonName,
        Salutation = values.Salutation,
        Languages = values.Languages.Replace(";", ", ", StringComparison.Ordinal),
        Email = values.Email,
        WebFormUrl = values.WebFormUrl,
        PostalAddress = values.PostalAddress,
        Phone = values.Phone,
        SourceUrl = values.SourceUrl,
        SourceSeen = values.SourceSeen,
        Confidence = values.Confidence,
        Note = values.Note,
    };

    /// <summary>The reason, tidied.</summary>
    public string Why => TypedText.Line(Reason);

    public ContactValues ToValues(string countryName = "") => new()
    {
        CountryCode = CountryCode ?? "",
        CountryName = countryName,
        G20Status = G20Status ?? "",
        Role = Role ?? "",
        Office = Office ?? "",
        Body = Body ?? "",
        PersonName = PersonName ?? "",
        Salutation = Salutation ?? "",
        Languages = Languages ?? "",
        Email = Email ?? "",
        WebFormUrl = WebFormUrl ?? "",
        PostalAddress = PostalAddress ?? "",
        Phone = Phone ?? "",
        SourceUrl = SourceUrl ?? "",
        SourceSeen = SourceSeen ?? "",
        Confidence = Confidence ?? "",
        Note = Note ?? "",
    };

    /// <summary>Names each problem beside its box.</summary>
    public static void Say(IEnumerable<ContactProblem> problems, ModelStateDictionary state)
    {
        foreach (var problem in problems)
        {
            state.AddModelError($"Form.{problem.Field}", problem.Message);
        }
    }

    /// <summary>Where what was typed differs from what is there now.</summary>
    public IReadOnlyList<(string Label, string Now, string Typed)> Differences(Contact contact) =>
        [.. Of(ContactValues.Of(contact), 0).Beside(Of(ContactRules.Tidy(ToValues()), 0)).Where(d => d.Own != d.Other)];

    /// <summary>Every answer next to another form's.</summary>
    public IReadOnlyList<(string Label, string Own, string Other)> Beside(ContactForm other) =>
        [.. Labels.Where(l => l.Field != nameof(Reason)).Select(l => (l.Label, Value(this, l.Field), Value(other, l.Field)))];

    private static string Value(ContactForm form, string field) => typeof(ContactForm).GetProperty(field)!.GetValue(form) as string ?? "";
}

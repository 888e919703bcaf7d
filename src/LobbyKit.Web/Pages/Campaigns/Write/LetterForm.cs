using System.ComponentModel.DataAnnotations;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Infrastructure.Localisation;
using LobbyKit.Web.Letters;
using Microsoft.Extensions.Localization;

namespace LobbyKit.Web.Pages.Campaigns.Write;

/// <summary>The questions of the journey and their rules. Messages are keys of <see cref="Texts"/>.</summary>
public sealed class LetterForm : IValidatableObject
{
    public const int NameLength = 100;
    public const int PlaceLength = 100;
    public const int PersonalMessageLength = 3000;

    /// <summary>How the letter travels; the office's best route where none is chosen.</summary>
    public LetterRoute? Route { get; set; }

    [Required(ErrorMessage = "Form.Name.Missing")]
    [StringLength(NameLength, MinimumLength = 2, ErrorMessage = "Form.Name.Length")]
    public string? Name { get; set; }

    public string? Email { get; set; }

    [StringLength(PlaceLength, ErrorMessage = "Form.Place.Length")]
    public string? Place { get; set; }

    [StringLength(PersonalMessageLength, ErrorMessage = "Form.PersonalMessage.Length")]
    public string? PersonalMessage { get; set; }

    /// <summary>BCP 47 tag of the letter's language; the office's preferred one where none is chosen.</summary>
    public string? Language { get; set; }

    public bool Consent { get; set; }

    public string? Ticket { get; set; }

    /// <summary>Nobody sees this box, so what fills it in is no person.</summary>
    public string? Website { get; set; }

    /// <summary>Fingerprint of the letter that was shown at the check.</summary>
    public string? Checked { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var texts = validationContext.GetRequiredService<IStringLocalizer<Texts>>();
        var name = TypedText.Line(Name);
        if (name.Length > 0 && name[0] is '=' or '+' or '-' or '@')
        {
            yield return Wrong("Form.Name.Sign", nameof(Name));
        }
        else if (LooksLikeLink(name))
        {
            yield return Wrong("Form.Name.Link", nameof(Name));
        }

        var place = TypedText.Line(Place);
        if (LooksLikeLink(place) || (place.Length > 0 && place[0] is '=' or '+' or '-' or '@'))
        {
            yield return Wrong("Form.Place.Wrong", nameof(Place));
        }

        if (Route == LetterRoute.Server)
        {
            var email = (Email ?? "").Trim();
            if (email.Length == 0)
            {
                yield return Wrong("Form.Email.Missing", nameof(Email));
            }
            else if (!EmailAddress.IsValid(email))
            {
                yield return Wrong("Form.Email.Wrong", nameof(Email));
            }
        }

        if (!Consent)
        {
            yield return Wrong("Form.Consent.Missing", nameof(Consent));
        }

        ValidationResult Wrong(string key, string field) => new(texts[key], [field]);
    }

    /// <summary>The draft that was filled in; what is missing is empty, so that a preview can be made of it at any time.</summary>
    public LetterDraft ToDraft(string countryCode, string readerLanguage, bool isDoubtful) => new()
    {
        CountryCode = countryCode,
        Route = Route ?? LetterRoute.Server,
        Name = Cut(TypedText.Line(Name), NameLength),
        Email = (Email ?? "").Trim(),
        Place = Cut(TypedText.Line(Place), PlaceLength),
        PersonalMessage = Cut(TypedText.Paragraphs(PersonalMessage), PersonalMessageLength),
        SubmissionKey = Ticket ?? "",
        ReaderLanguage = readerLanguage,
        IsDoubtful = isDoubtful,
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static bool LooksLikeLink(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);
}

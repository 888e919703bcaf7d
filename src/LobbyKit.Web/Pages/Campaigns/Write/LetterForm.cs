using System.Security.Cryptography;
using System.Text;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Infrastructure.Localisation;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Pages.Campaigns.Write;

/// <summary>The questions of the journey and their rules. Messages are keys of <see cref="Texts"/>.</summary>
public sealed class LetterForm
{
    public const int NameLength = 100;
    public const int PlaceLength = 100;
    public const int PersonalMessageLength = 3000;
    public const int SubjectLength = HeaderText.LongestSubject;
    public const int BodyLength = 20_000;

    /// <summary>The fields in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Questions =
        [.. new[] { nameof(Subject), nameof(Body), nameof(Name), nameof(Email), nameof(Place), nameof(PersonalMessage), nameof(Consent) }.Select(name => $"Form.{name}")];

    /// <summary>How the letter travels; the office's best route where none is chosen.</summary>
    public LetterRoute? Route { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Place { get; set; }

    public string? PersonalMessage { get; set; }

    /// <summary>BCP 47 tag of the letter's language; the office's preferred one where none is chosen.</summary>
    public string? Language { get; set; }

    public bool Consent { get; set; }

    public string? Ticket { get; set; }

    /// <summary>Nobody sees this box, so what fills it in is no person.</summary>
    public string? Website { get; set; }

    /// <summary>Fingerprint of the letter that was shown at the check.</summary>
    public string? Checked { get; set; }

    /// <summary>The subject as its supporter worded it, where they may.</summary>
    public string? Subject { get; set; }

    /// <summary>The whole letter as its supporter worded it, where they may.</summary>
    public string? Body { get; set; }

    /// <summary>Fingerprint of the campaign's words that stood in the two boxes at first; none where no boxes were shown.</summary>
    public string? Given { get; set; }

    /// <summary>Asks for the campaign's words again.</summary>
    public bool Anew { get; set; }

    /// <summary>Whether their supporter changed a word of the letter. Only meaningful where the campaign lets them.</summary>
    public bool HasOwnWording => !Anew && !string.IsNullOrEmpty(Given) && Given != Fingerprint(Subject, Body);

    /// <summary>Puts the letter into the boxes, unless they hold the supporter's own words.</summary>
    public void Give(ComposedLetter letter)
    {
        if (!HasOwnWording)
        {
            (Subject, Body, Given) = (letter.Subject, letter.Body, Fingerprint(letter.Subject, letter.Body));
        }
    }

    /// <summary>The letter in its supporter's words where the campaign allows it and they changed any; else null. It is text, and never read as a template.</summary>
    public ComposedLetter? Worded(ComposedLetter letter, SupporterEditing editing) =>
        editing == SupporterEditing.Everything && HasOwnWording
            ? letter with { Subject = Cut(TypedText.Line(Subject), SubjectLength), Body = Cut(TypedText.Paragraphs(Body), BodyLength) + "\n" }
            : null;

    /// <summary>Mistakes in the supporter's own words.</summary>
    /// <returns>The question, and the key of what to say.</returns>
    public IEnumerable<(string Field, string Key)> WordingMistakes()
    {
        if (!HasOwnWording)
        {
            yield break;
        }

        if (TypedText.Line(Subject) is var subject && subject.Length is 0 or > SubjectLength)
        {
            yield return (nameof(Subject), subject.Length == 0 ? "Form.Subject.Missing" : "Form.Subject.Length");
        }

        if (TypedText.Paragraphs(Body) is var body && body.Length is 0 or > BodyLength)
        {
            yield return (nameof(Body), body.Length == 0 ? "Form.Body.Missing" : "Form.Body.Length");
        }
    }

    /// <summary>
    /// All mistakes at once, in the order of the form, so that nobody mends them one by one. <see cref="Route"/> has to be one of the
    /// office's before.
    /// </summary>
    /// <returns>The question, and the key of what to say.</returns>
    public IEnumerable<(string Field, string Key)> Mistakes()
    {
        (string Field, string? Key)[] found =
        [
            (nameof(Name), WrongName(TypedText.Line(Name))),
            (nameof(Email), Route == LetterRoute.Server ? WrongEmail((Email ?? "").Trim()) : null),
            (nameof(Place), WrongPlace(TypedText.Line(Place))),
            (nameof(PersonalMessage), TypedText.Paragraphs(PersonalMessage).Length > PersonalMessageLength ? "Form.PersonalMessage.Length" : null),
            (nameof(Consent), Consent ? null : "Form.Consent.Missing"),
        ];
        return found.Where(f => f.Key is not null).Select(f => (f.Field, f.Key!));
    }

    private static string? WrongName(string name) => name switch
    {
        "" => "Form.Name.Missing",
        { Length: < 2 or > NameLength } => "Form.Name.Length",
        _ when BeginsWithSign(name) => "Form.Name.Sign",
        _ when LooksLikeLink(name) => "Form.Name.Link",
        _ => null,
    };

    private static string? WrongEmail(string email) =>
        email.Length == 0 ? "Form.Email.Missing" : EmailAddress.IsValid(email) ? null : "Form.Email.Wrong";

    private static string? WrongPlace(string place) =>
        place.Length > PlaceLength ? "Form.Place.Length" : BeginsWithSign(place) || LooksLikeLink(place) ? "Form.Place.Wrong" : null;

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

    // Of what is kept of the text: line ends and blanks around it come back from a browser otherwise than they went.
    private static string Fingerprint(string? subject, string? body) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{TypedText.Line(subject)}\n{TypedText.Paragraphs(body)}")));

    // Cells that begin so are run by spreadsheets.
    private static bool BeginsWithSign(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@';

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    private static bool LooksLikeLink(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);
}

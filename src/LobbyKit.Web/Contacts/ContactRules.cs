using System.Globalization;
using System.Text.RegularExpressions;
using LobbyKit.Templates;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Contacts;

/// <summary>What may stand in a contact: the one place that knows, for forms and files alike. Asks nothing but the values.</summary>
public static partial class ContactRules
{
    public const int OfficeLength = 250;
    public const int PersonLength = 200;
    public const int SalutationLength = 200;
    public const int LanguagesLength = 200;
    public const int AddressLength = 1000;
    public const int NoteLength = 1000;
    public const int ReasonLength = 500;

    private const int CountryNameLength = 100;

    /// <summary>The same values without what nobody sees: outer blanks, control characters, other spellings of codes and tags.</summary>
    public static ContactValues Tidy(ContactValues values) => new()
    {
        CountryCode = TypedText.Line(values.CountryCode).ToUpperInvariant(),
        CountryName = TypedText.Line(values.CountryName),
        G20Status = TypedText.Line(values.G20Status),
        Role = TypedText.Line(values.Role),
        Office = TypedText.Line(values.Office),
        Body = TypedText.Line(values.Body),
        PersonName = TypedText.Line(values.PersonName),
        Salutation = TypedText.Line(values.Salutation).TrimEnd(',', ' '),
        Languages = string.Join(';', Tags(values.Languages).Select(t => LanguageTag.TryRead(t, out var tag) ? tag : t)),
        Email = TypedText.Line(values.Email),
        WebFormUrl = TypedText.Line(values.WebFormUrl),
        PostalAddress = OneLine(values.PostalAddress),
        Phone = TypedText.Line(values.Phone),
        SourceUrl = TypedText.Line(values.SourceUrl),
        SourceSeen = TypedText.Line(values.SourceSeen),
        Confidence = TypedText.Line(values.Confidence),
        Note = TypedText.Line(values.Note),
    };

    /// <summary>All that is wrong, in the order of the fields, one problem a field.</summary>
    /// <param name="values">Tidied.</param>
    public static IReadOnlyList<ContactProblem> Check(ContactValues values)
    {
        (string Field, string? Message)[] found =
        [
            (nameof(values.CountryCode), WrongCountry(values.CountryCode)),
            (nameof(values.CountryName), TooLong(values.CountryName, CountryNameLength)),
            (nameof(values.G20Status), WrongName<G20Status>(values.G20Status)),
            (nameof(values.Role), WrongName<ContactRole>(values.Role)),
            (nameof(values.Office), values.Office.Length == 0 ? "Enter the office, such as Prime Minister of Norway." : WrongText(values.Office, OfficeLength)),
            (nameof(values.Body), WrongText(values.Body, OfficeLength)),
            (nameof(values.PersonName), WrongText(values.PersonName, PersonLength)),
            (nameof(values.Salutation), WrongText(values.Salutation, SalutationLength)),
            (nameof(values.Languages), WrongLanguages(values.Languages)),
            (nameof(values.Email), WrongEmail(values.Email)),
            (nameof(values.WebFormUrl), WrongPage(values.WebFormUrl)),
            (nameof(values.PostalAddress), TooLong(values.PostalAddress, AddressLength)),
            (nameof(values.Phone), WrongPhone(values.Phone)),
            (nameof(values.SourceUrl), WrongPage(values.SourceUrl)),
            (nameof(values.SourceSeen), WrongDate(values.SourceSeen)),
            (nameof(values.Confidence), WrongName<Confidence>(values.Confidence)),
            (nameof(values.Note), TooLong(values.Note, NoteLength)),
        ];
        return [.. found.Where(f => f.Message is not null).Select(f => new ContactProblem(f.Field, f.Message!))];
    }

    /// <summary>What is wrong with the page on which an address was seen. For one that is not a valid page.</summary>
    public static string WrongOfficialPage(string page) => page.Length == 0 ? "Enter the official page that you looked at." : WrongPage(page)!;

    /// <summary>What is wrong with the address of a page; null where nothing is, or where there is none.</summary>
    public static string? WrongPage(string text) => text.Length == 0 || WebAddress.IsValid(text)
        ? null
        : $"{Quote(text)} is no web address. Enter one with https:// in front, such as https://www.government.example/contact.";

    /// <summary>The tags of a list of languages, however they are kept apart.</summary>
    internal static string[] Tags(string languages) =>
        TypedText.Line(languages).Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string OneLine(string address) => string.Join(
        ", ", TypedText.Paragraphs(address).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd(',')));

    private static string? WrongCountry(string code) => code.Length == 0
        ? "Enter the country's code, such as FR."
        : Countries.IsCode(code) ? null : $"{Quote(code)} is no country's code. It has two letters (ISO 3166-1), such as FR; the European Union is EU, the African Union XAU.";

    private static string? WrongName<TEnum>(string text)
        where TEnum : struct, Enum
    {
        var names = Enum.GetValues<TEnum>().Select(SnakeCase.Of).ToList();
        return names.Contains(text) ? null : $"{(text.Length == 0 ? "Nothing" : Quote(text))} is none of {string.Join(", ", names)}.";
    }

    private static string? WrongText(string text, int longest) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@'
            ? $"Begin with a letter: spreadsheets would run what begins with {text[0]}."
            : TooLong(text, longest);

    private static string? TooLong(string text, int longest) =>
        text.Length <= longest ? null : string.Create(CultureInfo.InvariantCulture, $"This is too long by {text.Length - longest} characters: {longest} fit.");

    private static string? WrongLanguages(string languages)
    {
        var tags = Tags(languages);
        if (tags.Length == 0)
        {
            return "Enter at least one language that the office reads, such as en.";
        }

        if (tags.FirstOrDefault(t => !LanguageTag.TryRead(t, out _)) is { } wrong)
        {
            return LanguageTag.ByName(wrong) is { } meant
                ? $"{Quote(wrong)} is no language tag (BCP 47). Did you mean {meant}?"
                : $"{Quote(wrong)} is no language tag (BCP 47), such as en, pt-BR or zh-Hans.";
        }

        return tags.Length != tags.Distinct(StringComparer.OrdinalIgnoreCase).Count() ? "A language stands there twice." : TooLong(languages, LanguagesLength);
    }

    private static string? WrongEmail(string email)
    {
        if (email.Length == 0 || EmailAddress.IsValidOfOffice(email))
        {
            return null;
        }

        var at = email.LastIndexOf('@');
        return at < 1 || at == email.Length - 1
            ? $"{Quote(email)} is no e-mail address. Enter one such as office@government.example."
            : email[..at].Any(c => !char.IsAscii(c))
            ? "Before the @ only letters, digits and the signs of an address can stand."
            : email[(at + 1)..].Contains('.', StringComparison.Ordinal)
            ? $"{Quote(email)} is no e-mail address that every mail server takes. One plain address, without a name or a second address."
            : $"{Quote(email[(at + 1)..])} is no domain on the internet: it has no dot in it.";
    }

    private static string? WrongPhone(string phone) => phone.Length == 0
        ? null
        : TelephoneNumber.IsValid(phone)
        ? TooLong(phone, AddressLength)
        : $"{Quote(phone)} cannot be dialled from abroad. Begin with + and the country's number, such as +49 30 18400 0, or say in brackets who can dial it: 150 (inside Türkiye).";

    private static string? WrongDate(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var shape = DateShape().Match(text);
        var (year, second) = (shape.Groups[1].Value, shape.Groups[2].Value);
        // 2019-20 is two years, 2019-02 a month.
        var isRight = shape.Success && (shape.Groups[3].Success
            ? DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            : second.Length == 0 || string.CompareOrdinal(second, "12") <= 0 ? second != "00" : string.CompareOrdinal(second, year[2..]) >= 0);
        return isRight ? null : $"{Quote(text)} is no date. As precisely as you know it: 2026-01-31, 2026-01 or 2026.";
    }

    private static string Quote(string text) => $"“{(text.Length <= 60 ? text : text[..60] + "…")}”";

    [GeneratedRegex(@"\A((?:19|20)[0-9]{2})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateShape();
}

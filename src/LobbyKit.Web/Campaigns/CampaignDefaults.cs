using System.Globalization;
using LobbyKit.Templates;

namespace LobbyKit.Web.Campaigns;

/// <summary>What a new campaign begins with, so that its organisers begin with something that works.</summary>
public static class CampaignDefaults
{
    public const string Accent = "#1d4e5f";

    public static IReadOnlyList<ContactRole> Roles { get; } =
        [ContactRole.HeadOfGovernment, ContactRole.HeadOfState, ContactRole.InstitutionHead, ContactRole.ForeignMinister];

    /// <summary>What supporters agree to, in a language of the pages.</summary>
    /// <param name="language">BCP 47 tag.</param>
    /// <param name="retentionDays">Days after which what is personal in a finished letter is erased.</param>
    /// <returns>Empty for a language in which nobody has written it yet.</returns>
    public static string ConsentWording(string language, int retentionDays) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "en" =>
            "I agree that my name, my place and my letter are passed to the office that I write to, and, if the letter goes by e-mail, my e-mail "
            + "address too, so that the office can reply. I know that my letter shows a political opinion, which data protection law protects "
            + $"specially (GDPR, article 9). Whoever runs this site keeps these details encrypted and erases them within {retentionDays.ToString(CultureInfo.InvariantCulture)} {(retentionDays == 1 ? "day" : "days")} after the "
            + "letter is finished. I can withdraw the letter before it is sent, and erase my details at any time, from my private page.",
        "fr" =>
            "J’accepte que mon nom, ma localité et ma lettre soient transmis aux services auxquels j’écris, de même que mon adresse électronique si "
            + "la lettre part par courriel, afin qu’une réponse puisse m’être adressée. Je sais que ma lettre exprime une opinion politique, donnée "
            + "que le droit protège particulièrement (RGPD, article 9). L’organisme qui gère ce site conserve ces données sous forme chiffrée et les "
            + $"efface au plus tard {retentionDays.ToString(CultureInfo.InvariantCulture)} {(retentionDays == 1 ? "jour" : "jours")} après la fin du traitement de la lettre. Je peux retirer ma lettre avant son envoi et effacer "
            + "mes données à tout moment, depuis ma page privée.",
        "ar" =>
            "أوافق على إرسال اسمي ومكان إقامتي ورسالتي إلى الجهة التي أكتب إليها، وكذلك عنوان بريدي الإلكتروني إذا أُرسلت الرسالة بالبريد الإلكتروني، "
            + "لكي تتمكن تلك الجهة من الرد. وأعلم أن رسالتي تعبّر عن رأي سياسي، وهو من البيانات التي يخصّها القانون بالحماية (المادة 9 من اللائحة العامة "
            + "لحماية البيانات، GDPR). وتحفظ الجهة المشغّلة لهذا الموقع هذه البيانات مشفّرةً، وتمحوها بعد انتهاء معالجة الرسالة في مدة أقصاها "
            + $"{ArabicDays(retentionDays)}. ويمكنني سحب الرسالة قبل إرسالها، ومحو بياناتي في أي وقت، من صفحتي الخاصة.",
        _ => "",
    };

    /// <summary>Another name for another wording: the day, and a number where the day has several.</summary>
    public static string ConsentVersion(string before, DateTime nowUtc)
    {
        var day = nowUtc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var number = before.StartsWith($"{day}-", StringComparison.Ordinal) && int.TryParse(before.AsSpan(11), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? last + 1
            : 1;
        return $"{day}-{number.ToString(CultureInfo.InvariantCulture)}";
    }

    // Arabic counts days in four ways: one, two, a few, many.
    private static string ArabicDays(int days) => (days, days % 100) switch
    {
        (1, _) => "يوم واحد",
        (2, _) => "يومان",
        (_, >= 3 and <= 10) => $"{days.ToString(CultureInfo.InvariantCulture)} أيام",
        (_, >= 11) => $"{days.ToString(CultureInfo.InvariantCulture)} يومًا",
        _ => $"{days.ToString(CultureInfo.InvariantCulture)} يوم",
    };
}

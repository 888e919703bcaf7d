namespace LobbyKit.Web.Contacts.Importing;

/// <summary>The columns of a list of contacts, in the order of <c>data/g20-leaders.csv</c>: what is exported, and what an import takes.</summary>
public static class ContactColumns
{
    public static IReadOnlyList<ContactColumn> All { get; } =
    [
        new("country_code", nameof(ContactValues.CountryCode), v => v.CountryCode, (v, t) => v with { CountryCode = t }, Words(
            "country code|iso|iso code|iso2|iso 2|iso alpha 2|alpha 2|alpha2|iso 3166|country iso|code pays|code du pays|ländercode|länderkürzel|"
            + "landescode|land code|staat code|código país|código de país|codigo do pais|codice paese|kod kraju|landkod|landcode|ülke kodu|"
            + "код страны|国コード|国家代码|رمز البلد|jurisdiction code"), Fixed: true),
        new("country", nameof(ContactValues.CountryName), v => v.CountryName, (v, t) => v with { CountryName = t }, Words(
            "country|country name|nation|state name|land|staat|ländername|pays|nom du pays|país|nombre del país|nome do país|paese|nazione|kraj|"
            + "państwo|ülke|страна|国|国名|国家|البلد|الدولة|jurisdiction")),
        new("g20_status", nameof(ContactValues.G20Status), v => v.G20Status, (v, t) => v with { G20Status = t }, Words(
            "g20 status|g20|g20 member|membership|statut g20|estado g20|stato g20"), Fixed: true),
        new("role", nameof(ContactValues.Role), v => v.Role, (v, t) => v with { Role = t }, Words(
            "role|rolle|rôle|rol|ruolo|função|fonction|funktion|función|роль|役割|角色|الدور|type of office|kind|category|kategorie|catégorie|categoría"), Fixed: true),
        new("office", nameof(ContactValues.Office), v => v.Office, (v, t) => v with { Office = t }, Words(
            "office|office name|title|job title|position|post|function title|amt|amtsbezeichnung|bezeichnung|titel|poste|titre|intitulé|cargo|puesto|"
            + "ufficio|carica|urząd|makam|должность|役職|职位|المنصب|name|organisation name|organization name|nom|nombre|nome")),
        new("body", nameof(ContactValues.Body), v => v.Body, (v, t) => v with { Body = t }, Words(
            "body|public body|authority|agency|ministry|department|institution|organisation|organization|behörde|dienststelle|ministerium|autorité|"
            + "organisme|administration|ministère|organismo|autoridad|ministerio|órgão|ministério|ente|autorità|ministero|instytucja|kurum|орган|"
            + "ведомство|機関|机构|الهيئة")),
        new("person_name", nameof(ContactValues.PersonName), v => v.PersonName, (v, t) => v with { PersonName = t }, Words(
            "person name|person|full name|holder|office holder|incumbent|contact person|ansprechpartner|amtsinhaber|name der person|personne|titulaire|"
            + "nom de la personne|persona|titular|nombre de la persona|nome da pessoa|pessoa|nome della persona|osoba|kişi|имя|фио|氏名|姓名|الاسم")),
        new("salutation", nameof(ContactValues.Salutation), v => v.Salutation, (v, t) => v with { Salutation = t }, Words(
            "salutation|greeting|form of address|anrede|civilité|formule|formule d'appel|saludo|tratamiento|saudação|tratamento|saluto|zwrot|hitap|"
            + "обращение|敬称|称呼|التحية")),
        new("languages", nameof(ContactValues.Languages), v => v.Languages, (v, t) => v with { Languages = t }, Words(
            "languages|language|lang|language tag|sprache|sprachen|langue|langues|idioma|idiomas|lengua|língua|línguas|lingua|lingue|język|języki|dil|"
            + "diller|язык|языки|言語|语言|اللغة|اللغات"), Fixed: true),
        new("email", nameof(ContactValues.Email), v => v.Email, (v, t) => v with { Email = t }, Words(
            "email|e mail|mail|email address|e mail address|e mail adresse|mailadresse|emailadresse|courriel|adresse électronique|adresse e mail|"
            + "correo|correo electrónico|endereço de e mail|posta elettronica|adres e mail|e posta|эл почта|электронная почта|почта|"
            + "メール|メールアドレス|电子邮件|邮箱|البريد الإلكتروني|request email")),
        new("web_form_url", nameof(ContactValues.WebFormUrl), v => v.WebFormUrl, (v, t) => v with { WebFormUrl = t }, Words(
            "web form url|web form|webform|contact form|form url|contact url|contact page|kontaktformular|formular|webformular|formulaire|"
            + "formulaire de contact|formulario|formulario de contacto|formulário|formulário de contato|modulo|modulo di contatto|formularz|"
            + "iletişim formu|форма|問い合わせ|フォーム|联系表单|نموذج")),
        new("postal_address", nameof(ContactValues.PostalAddress), v => v.PostalAddress, (v, t) => v with { PostalAddress = t }, Words(
            "postal address|address|mailing address|street address|post address|anschrift|postanschrift|adresse|adresse postale|dirección|"
            + "dirección postal|domicilio|endereço|endereço postal|indirizzo|indirizzo postale|adres|adres pocztowy|adres posta|адрес|почтовый адрес|"
            + "住所|地址|العنوان|العنوان البريدي")),
        new("phone", nameof(ContactValues.Phone), v => v.Phone, (v, t) => v with { Phone = t }, Words(
            "phone|telephone|phone number|telephone number|tel|telefon|telefonnummer|rufnummer|téléphone|numéro de téléphone|teléfono|número de teléfono|"
            + "telefone|numero di telefono|telefono|numer telefonu|telefon numarası|телефон|電話|電話番号|电话|الهاتف")),
        new("source_url", nameof(ContactValues.SourceUrl), v => v.SourceUrl, (v, t) => v with { SourceUrl = t }, Words(
            "source url|source|source page|official page|official website|website|web site|homepage|url|web|webseite|internetseite|quelle|site web|"
            + "site|page officielle|fuente|página web|sitio web|fonte|página oficial|sito web|sito|strona|kaynak|сайт|источник|出典|网站|الموقع|المصدر")),
        new("source_seen", nameof(ContactValues.SourceSeen), v => v.SourceSeen, (v, t) => v with { SourceSeen = t }, Words(
            "source seen|seen|seen on|date seen|as of|last checked|last seen|date|stand|gesehen am|geprüft am|vu le|date de consultation|visto el|visto em|"
            + "fecha|data|visto il|stan na|tarih|дата|確認日|日期|التاريخ")),
        new("confidence", nameof(ContactValues.Confidence), v => v.Confidence, (v, t) => v with { Confidence = t }, Words(
            "confidence|certainty|reliability|trust|sicherheit|verlässlichkeit|confiance|fiabilité|confianza|fiabilidad|confiança|affidabilità|pewność|"
            + "güven|надежность|信頼度|可信度|الثقة"), Fixed: true),
        new("note", nameof(ContactValues.Note), v => v.Note, (v, t) => v with { Note = t }, Words(
            "note|notes|remark|remarks|comment|comments|bemerkung|bemerkungen|anmerkung|notiz|kommentar|remarque|remarques|commentaire|nota|notas|"
            + "observaciones|comentario|observações|comentário|osservazioni|commento|uwagi|not|açıklama|примечание|備考|备注|ملاحظة|ملاحظات")),
    ];

    private static readonly Dictionary<string, ContactColumn> Names = All.ToDictionary(c => c.Name);

    private static readonly Dictionary<string, ContactColumn> Fields = All.ToDictionary(c => c.Field);

    public static bool IsName(string name) => Names.ContainsKey(name);

    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public static ContactColumn Named(string name) => Names[name];

    /// <summary>The column of a property of <see cref="ContactValues"/>.</summary>
    public static ContactColumn Of(string field) => Fields[field];

    private static IReadOnlyList<string> Words(string words) => [.. words.Split('|').Select(FoldedText.Of).Distinct()];
}

using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Pages.Campaigns.Write;

namespace LobbyKit.Web.Tests.Contacts;

public sealed class ContactRulesTests
{
    private static readonly ContactValues Right = new()
    {
        CountryCode = "NO",
        G20Status = "non_member",
        Role = "head_of_government",
        Office = "Prime Minister of Norway",
        Languages = "nb;nn;en",
        Confidence = "high",
    };

    /// <summary>Field, what was typed, words of the problem; no words where it is right.</summary>
    public static TheoryData<string, string, string> Typed => new()
    {
        { "CountryCode", "NO", "" },
        { "CountryCode", "EU", "" },
        { "CountryCode", "XAU", "" },
        { "CountryCode", "XK", "" },
        { "CountryCode", "AQ", "" },
        { "CountryCode", "", "Enter the country's code" },
        { "CountryCode", "UK", "“UK” is no country's code" },
        { "CountryCode", "NOR", "ISO 3166-1" },
        { "CountryCode", "AU-NSW", "no country's code" },
        { "Role", "king", "head_of_government, head_of_state" },
        { "G20Status", "", "Nothing is none of" },
        { "Confidence", "0", "low, medium, high" },
        { "Office", "", "Enter the office" },
        { "Office", "=HYPERLINK(\"x\")", "spreadsheets" },
        { "Office", new string('a', 250), "" },
        { "Office", new string('a', 251), "too long by 1 " },
        { "PersonName", "@SUM(1)", "spreadsheets" },
        { "Languages", "en", "" },
        { "Languages", "pt-BR;zh-Hans;es-419;sr-Latn-RS", "" },
        { "Languages", "", "at least one language" },
        { "Languages", "english", "Did you mean en?" },
        { "Languages", "xx", "“xx” is no language tag" },
        { "Languages", "en_GB", "“en_GB” is no language tag" },
        { "Languages", "en-ZZ", "“en-ZZ” is no language tag" },
        { "Languages", "en;en", "twice" },
        { "Email", "pm@smk.dep.no", "" },
        { "Email", "post@münchen.example", "" },
        { "Email", "post@xn--mnchen-3ya.example", "" },
        { "Email", "пост@пример.рф", "" },
        { "Email", "büro@ministry.example", "" },
        { "Email", "пост🕊@пример.рф", "Before the @" },
        { "Email", "post@пример.рф", "" },
        { "Email", "nobody", "“nobody” is no e-mail address" },
        { "Email", "a@b", "no dot" },
        { "Email", "a@b.example, c@d.example", "One plain address" },
        { "Email", "Office <a@b.example>", "One plain address" },
        { "Email", "a@b.example\r\nBcc: c@d.example", "One plain address" },
        { "WebFormUrl", "https://www.regjeringen.no/kontakt?id=1", "" },
        { "WebFormUrl", "https://пример.рф/форма", "" },
        { "WebFormUrl", "www.regjeringen.no", "https://" },
        { "WebFormUrl", "javascript:alert(1)", "no web address" },
        { "WebFormUrl", "https://user:secret@gov.example/", "no web address" },
        { "WebFormUrl", "https://127.0.0.1/", "no web address" },
        { "WebFormUrl", "https://localhost/", "no web address" },
        { "WebFormUrl", "ftp://gov.example/", "no web address" },
        { "WebFormUrl", "https://gov.example/ <b>", "no web address" },
        { "Phone", "+47 22 24 90 90", "" },
        { "Phone", "+4722249090", "" },
        { "Phone", "+1-202-456-1111", "" },
        { "Phone", "150 (CİMER, inside Türkiye)", "" },
        { "Phone", "22 24 90 90", "Begin with +" },
        { "Phone", "22 24 90 90 ()", "Begin with +" },
        { "Phone", "+0 12345678", "cannot be dialled" },
        { "Phone", "+47 12", "cannot be dialled" },
        { "Phone", "+4712345678901234", "cannot be dialled" },
        { "Phone", "call us", "cannot be dialled" },
        { "SourceUrl", "seen on TV", "no web address" },
        { "SourceSeen", "2026", "" },
        { "SourceSeen", "2026-02", "" },
        { "SourceSeen", "2026-02-28", "" },
        { "SourceSeen", "2019-20", "" },
        { "SourceSeen", "2026-02-30", "no date" },
        { "SourceSeen", "2026-13", "no date" },
        { "SourceSeen", "2026-00", "no date" },
        { "SourceSeen", "28.2.2026", "no date" },
        { "Note", new string('n', 1001), "too long" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void A_field_is_right_or_its_problem_is_named(string field, string typed, string words)
    {
        var values = Right with { };
        typeof(ContactValues).GetProperty(field)!.SetValue(values, typed);

        var problems = ContactRules.Check(ContactRules.Tidy(values));

        if (words.Length == 0)
        {
            Assert.Empty(problems);
        }
        else
        {
            var problem = Assert.Single(problems);
            Assert.Equal(field, problem.Field);
            Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void All_that_is_wrong_is_named_at_once_in_the_order_of_the_fields() => Assert.Equal(
        ["CountryCode", "G20Status", "Role", "Office", "Languages", "Confidence"], ContactRules.Check(new ContactValues()).Select(p => p.Field));

    [Fact]
    public void What_was_typed_is_tidied_and_not_changed()
    {
        var tidy = ContactRules.Tidy(Right with
        {
            CountryCode = " no ",
            Office = " Prime\u202e Minister\n",
            Salutation = "Dear Prime Minister, ",
            Languages = "NB, zh-hant-tw en",
            Email = " Post@Münster.example ",
            PostalAddress = "Pb 8001 Dep,\r\n0030 Oslo\r\n\r\nNorway",
        });

        Assert.Equal(
            ("NO", "Prime Minister", "Dear Prime Minister", "nb;zh-Hant-TW;en", "Post@Münster.example", "Pb 8001 Dep, 0030 Oslo, Norway"),
            (tidy.CountryCode, tidy.Office, tidy.Salutation, tidy.Languages, tidy.Email, tidy.PostalAddress));
    }

    [Fact]
    public void Every_row_of_the_seeded_list_passes_as_it_stands()
    {
        Assert.NotEmpty(OfficeList.All);
        Assert.All(OfficeList.All, row =>
        {
            var values = new ContactValues
            {
                CountryCode = row.CountryCode,
                CountryName = row.Country,
                G20Status = row.G20Status,
                Role = row.Role,
                Office = row.Office,
                Body = row.Body,
                PersonName = row.PersonName,
                Salutation = row.Salutation,
                Languages = row.Languages,
                Email = row.Email,
                WebFormUrl = row.WebFormUrl,
                PostalAddress = row.PostalAddress,
                Phone = row.Phone,
                SourceUrl = row.SourceUrl,
                SourceSeen = row.SourceSeen,
                Confidence = row.Confidence,
                Note = row.Note,
            };
            Assert.Equal(values, ContactRules.Tidy(values));
            Assert.Empty(ContactRules.Check(values));
        });
    }

    [Theory]
    [InlineData("Post@Münster.example", "post@xn--mnster-3ya.example")]
    [InlineData("post@XN--MNSTER-3YA.example", "post@xn--mnster-3ya.example")]
    [InlineData("Platz der Republik 1, Berlin", "")]
    public void Addresses_are_compared_in_one_form(string typed, string canonical) => Assert.Equal(canonical, ContactChannel.Canonical(typed));
}

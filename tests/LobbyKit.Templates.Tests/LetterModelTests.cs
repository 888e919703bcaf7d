using System.Reflection;

namespace LobbyKit.Templates.Tests;

public class LetterModelTests
{
    public static TheoryData<string> TextFields => new(LetterFields.All.Where(known => known.Type == LetterFieldType.Text).Select(known => known.Name));

    [Theory]
    [MemberData(nameof(TextFields))]
    public void A_text_over_its_bound_is_refused_by_name(string field)
    {
        int limit = field == "personal_message" ? 10_000 : 500;

        Assert.Equal(limit, Engines.Render($"{{{{ {field} }}}}", ModelFile.With(new LetterModel(), field, new string('x', limit))).Length);
        var exception = Assert.Throws<ArgumentException>(() => ModelFile.With(new LetterModel(), field, new string('x', limit + 1)));
        Assert.Contains(field, exception.Message, StringComparison.Ordinal);
        Assert.Contains($"{limit}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_and_undefined_values_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new LetterModel { SupporterName = null! });
        Assert.Throws<ArgumentNullException>(() => new LetterModel { Language = null! });
        Assert.Throws<ArgumentException>(() => new LetterModel { ContactRole = (ContactRole)9 });
        Assert.Throws<ArgumentException>(() => new LetterModel { ContactG20Status = (G20Status)9 });
        Assert.Throws<ArgumentException>(() => new LetterModel { PickSeed = new string('x', 501) });
    }

    [Theory]
    [InlineData("2026-12-13", 1)]
    [InlineData("2026-12-14", 0)]
    [InlineData("2026-12-20", 0)]
    public void Days_are_counted_to_the_first_day_and_not_below_zero(string today, int days)
        => Assert.Equal(days, ModelFile.With(Examples.Model, "today", today).EventDaysLeft);

    [Fact]
    public void Every_choice_has_its_word_in_the_order_of_the_enumeration()
    {
        Assert.Equal(Enum.GetNames<ContactRole>(), LetterFields.All.Single(field => field.Name == "contact.role").Choices.Select(Pascal));
        Assert.Equal(Enum.GetNames<G20Status>(), LetterFields.All.Single(field => field.Name == "contact.g20_status").Choices.Select(Pascal));

        static string Pascal(string word) => string.Concat(word.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }

    [Fact]
    public void Every_property_can_be_read_by_a_field()
    {
        int properties = typeof(LetterModel).GetProperties(BindingFlags.Public | BindingFlags.Instance).Length;

        Assert.Equal(properties, LetterFields.All.Count + 2); // the language and the seed of picks
    }

    [Fact]
    public void A_model_in_a_log_tells_nothing()
        => Assert.Equal("LetterModel", $"{Examples.Model}");
}

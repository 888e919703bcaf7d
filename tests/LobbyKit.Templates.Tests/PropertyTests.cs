using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace LobbyKit.Templates.Tests;

/// <summary>What holds for every template and every model, tried with thousands; the seed is fixed, so a failure comes again.</summary>
public class PropertyTests
{
    private static readonly Config Configuration = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20261214, 2013);

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private static readonly string[] Characters = ["a", "é", "e\u0301", "🙂", "👩‍👧", "\r\n", " "];

    /// <summary>Texts of FsCheck's choice, which are mostly ASCII, and of any UTF-16 units, with halves of characters among them.</summary>
    private static readonly Arbitrary<string> Texts = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? ""),
        Gen.Choose(0, 0xFFFF).Select(unit => (char)unit).ListOf().Select(units => string.Concat(units))).ToArbitrary();

    [Fact]
    public void Parsing_never_throws_and_gives_a_template_or_problems()
        => Check(Texts, text => IsTemplateOrProblems(text) && IsTemplateOrProblems($"{{{{ {text} }}}}") && IsTemplateOrProblems($"{{{{ \"{text}\" }}}}"));

    [Fact]
    public void Parsing_words_of_the_language_never_throws()
        => Check(Seeds, seed => IsTemplateOrProblems(new RandomTemplates(seed).Arbitrary()) && IsTemplateOrProblems(new RandomTemplates(seed).ArbitraryTag()));

    [Fact]
    public void A_piece_of_a_valid_template_never_throws()
        => Check(Seeds, seed =>
        {
            string template = new RandomTemplates(seed).Valid();
            var random = new Random(seed);
            int start = random.Next(template.Length + 1);
            return IsTemplateOrProblems(template.Substring(start, random.Next(template.Length - start + 1)));
        });

    [Fact]
    public void Every_problem_stands_inside_the_text()
        => Check(Seeds, seed =>
        {
            string template = new RandomTemplates(seed).Arbitrary();
            string[] lines = template.Split('\n');
            return LetterLanguage.Parse(template).Problems.All(problem => problem.Line <= lines.Length && problem.Column <= lines[problem.Line - 1].Length + 1);
        });

    [Fact]
    public void Engines_agree_on_every_valid_template()
        => Check(Seeds, seed => Engines.Render(new RandomTemplates(seed).Valid(), RandomModels.Make(seed)) is not null);

    [Fact]
    public void Engines_agree_on_whatever_the_parser_accepts()
        => Check(Seeds, seed =>
        {
            foreach (string template in new[] { new RandomTemplates(seed).Arbitrary(), new RandomTemplates(seed).ArbitraryTag() })
            {
                if (LetterLanguage.Parse(template).Template is { } parsed)
                {
                    _ = Engines.Render(parsed, RandomModels.Make(seed));
                }
            }

            return true;
        });

    [Fact]
    public void A_letter_never_exceeds_its_bound()
        => Check(Seeds, seed =>
        {
            // Long enough that about half of the letters would pass the bound.
            var random = new Random(seed);
            string tags = string.Concat(Enumerable.Repeat("{{personal_message}}{{contact.body|string.upcase}}", random.Next(1, 30)));
            LetterModel model = RandomModels.Make(seed) with
            {
                PersonalMessage = new string('m', random.Next(LetterLimits.PersonalMessageLength + 1)),
                ContactBody = new string('ß', random.Next(LetterLimits.FieldLength + 1)),
            };
            ParsedTemplate template = Engines.Parse(tags);
            long length = (model.PersonalMessage.Length + model.ContactBody.Length) * (tags.Length / 50L);
            return LetterRenderers.All.All(engine => length <= LetterLimits.LetterLength
                ? engine.Render(template, model).Length == length
                : Throws(() => engine.Render(template, model)));
        });

    [Fact]
    public void Supporter_text_comes_out_exactly_as_it_went_in()
        => Check(Texts, text =>
        {
            LetterModel model = Examples.Model with { SupporterName = text[..Math.Min(text.Length, 500)], PersonalMessage = text };
            return Engines.Render("<{{ personal_message }}>\n    {{ supporter.name }}|{{ personal_message | object.default \"\" }}", model)
                == $"<{text}>\n    {model.SupporterName}|{text}";
        });

    [Fact]
    public void Text_without_tags_comes_out_exactly_as_it_went_in()
        => Check(Texts, text => LetterLanguage.Parse(text).Template is not { } template
            || text.Contains("{{", StringComparison.Ordinal)
            || Engines.Render(template, Examples.Model) == text);

    [Fact]
    public void A_truncated_text_keeps_to_its_length_and_to_whole_characters()
        => Check(Seeds, seed =>
        {
            var random = new Random(seed);
            string text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => Characters[random.Next(Characters.Length)]));
            int length = random.Next(2, 30);
            string letter = Engines.Render($"{{{{ personal_message | string.truncate {length} \"…\" }}}}", Examples.Model with { PersonalMessage = text });
            return letter.Length <= length
                && letter.IsNormalized(NormalizationForm.FormC) == letter.TrimEnd('…').IsNormalized(NormalizationForm.FormC)
                && !char.IsHighSurrogate(letter.TrimEnd('…').LastOrDefault());
        });

    private static bool IsTemplateOrProblems(string text)
    {
        ParseResult result = LetterLanguage.Parse(text);
        return result.Succeeded == (result.Problems.Count == 0) && result.Problems.Count <= LetterLimits.Problems + 1;
    }

    private static bool Throws(Action render)
    {
        try
        {
            render();
            return false;
        }
        catch (LetterTooLongException)
        {
            return true;
        }
    }

    private static void Check<T>(Arbitrary<T> values, Func<T, bool> holds) => Prop.ForAll(values, holds).Check(Configuration);
}

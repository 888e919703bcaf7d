using System.Text.RegularExpressions;
using System.Xml.Linq;
using LobbyKit.Web.Delivery.Pace;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Architecture;

namespace LobbyKit.Web.Tests.Infrastructure.Localisation;

/// <summary>Every word that people read is there, in every language, and none is there for nothing.</summary>
public sealed partial class TextsTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Web, "Infrastructure", "Localisation");

    private static readonly Dictionary<string, string> English = Read(Path.Combine(Folder, "Texts.resx"));

    private static readonly string Sources = string.Join('\n', SourceTree.Files("*.cshtml", "*.cs").Select(File.ReadAllText));

    public static TheoryData<string> Translations => [.. Directory.EnumerateFiles(Folder, "Texts.*.resx").Select(f => Path.GetFileName(f)!)];

    [Fact]
    public void Every_key_that_a_page_or_a_service_uses_has_a_text()
    {
        // Rules of forms name the key of their message and look it up later; a field's own name has one dot.
        var looked = LookedUp().Matches(Sources).Select(m => m.Groups[1].Value).Where(key => !key.EndsWith('.'));
        var named = Literal().Matches(Sources).Select(m => m.Groups[1].Value).Where(key => key.Count(c => c == '.') > 1 && English.Keys.Any(k => Room(k) == Room(key)));

        Assert.Equal([], looked.Concat(named).Except(English.Keys));
    }

    [Fact]
    public void Every_key_that_is_put_together_has_a_text()
    {
        Assert.All(Composed(), key => Assert.Contains(key, English.Keys));
    }

    [Fact]
    public void No_text_is_there_for_nothing()
    {
        var used = Literal().Matches(Sources).Select(m => m.Groups[1].Value).Concat(Composed()).ToHashSet();

        Assert.Equal([], English.Keys.Except(used));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_has_the_same_keys_and_placeholders(string file)
    {
        var translated = Read(Path.Combine(Folder, file));

        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), translated.Keys.Order(StringComparer.Ordinal));
        Assert.All(English, text =>
        {
            Assert.Equal(Placeholder().Matches(text.Value).Select(m => m.Value).Order(), Placeholder().Matches(translated[text.Key]).Select(m => m.Value).Order());
            Assert.False(string.IsNullOrWhiteSpace(translated[text.Key]), text.Key);
            Assert.DoesNotContain('<', translated[text.Key]);
        });
    }

    [Fact]
    public void French_and_Arabic_are_there() => Assert.Equal(["Texts.ar.resx", "Texts.fr.resx"], Directory.EnumerateFiles(Folder, "Texts.*.resx").Select(f => Path.GetFileName(f)).Order());

    private static string Room(string key) => key.Split('.')[0];

    /// <summary>The keys that pages make of a state, a route, a role.</summary>
    private static IEnumerable<string> Composed()
    {
        foreach (var route in Enum.GetValues<LetterRoute>())
        {
            string[] keys = [$"Route.{route}", $"Route.{route}.Hint", $"Check.Lead.{route}", $"Check.Send.{route}"];
            foreach (var key in route == LetterRoute.Server ? keys : [.. keys, $"ByHand.Done.{route}", $"Receipt.OtherWay.{route}"])
            {
                yield return key;
            }
        }

        // The page says nothing of a held letter.
        foreach (var state in Enum.GetValues<LetterState>().Except([LetterState.Held]).Select(s => s.ToString()).Concat(["Erased", "AwaitingConfirmation.ByHand"]))
        {
            yield return $"Receipt.{state}.Title";
            yield return $"Receipt.{state}.Text";
        }

        LetterState[] steps =
            [LetterState.Queued, LetterState.Accepted, LetterState.Reported, LetterState.Rejected, LetterState.Bounced, LetterState.Withdrawn];
        foreach (var step in steps)
        {
            yield return $"Receipt.{step}.Step";
        }

        foreach (var role in Enum.GetNames<LobbyKit.Templates.ContactRole>())
        {
            yield return $"Role.{role}";
        }

        foreach (var obstacle in Enum.GetValues<ForecastObstacle>().Except([ForecastObstacle.None]))
        {
            yield return $"Forecast.{obstacle}";
        }

        foreach (var key in new[] { "Forecast.Hours", "Forecast.Days" })
        {
            foreach (var count in new[] { "Two", "Few", "Many" })
            {
                yield return $"{key}.{count}";
            }
        }

        foreach (var problem in new[] { "NotFound", "TooMany", "Bad", "Fault" })
        {
            yield return $"Problem.{problem}.Title";
            yield return $"Problem.{problem}.Text";
        }
    }

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(path).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    [GeneratedRegex("\"([A-Z][A-Za-z]+\\.[A-Za-z.]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("\\b(?:T|texts)\\[\\s*\"([^\"]+)\"")]
    private static partial Regex LookedUp();

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Placeholder();
}

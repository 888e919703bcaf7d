using System.Text.Json;
using Bogus;
using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Exchange;
using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Tests.Campaigns.Images;

namespace LobbyKit.Web.Tests.Campaigns.Exchange;

/// <summary>What is written can be read, and says the same.</summary>
public sealed class CampaignExportTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    // What makes YAML stumble: its own signs, blanks and breaks at the ends, words that mean something, marks and lines of other scripts.
    private static readonly string[] Nasty =
    [
        "null", "~", "true", "no", "1_000", "0x1F", "2026-12-14", "- dash", "# hash", "a: b", "key:", "'single'", "\"double\"", "[list]", "{map}", "&anchor", "*alias",
        "!tag", "%percent", "@at", "`tick`", "| pipe", "> fold", "---", "...", "tab\there", "عربي", "日本語", "👍🏽 family 👨‍👩‍👧", "a\u00A0b", "back\\slash", "=", "<<", "?", ": ", "{{ supporter.name }}",
    ];

    [Fact]
    public void The_sample_reads_back_as_it_is_and_writes_the_same_bytes()
    {
        var seeded = CampaignFolder.Read(Path.Combine(AppContext.BaseDirectory, "data", "campaigns", TestZip.Slug), Now);

        var zip = CampaignZip.Write(seeded.Slug, CampaignExport.Files(seeded));
        var read = Read(zip);

        Assert.Equal(zip, CampaignZip.Write(read.Slug, CampaignExport.Files(read)));
        Assert.Equal(CampaignState.Draft, read.State);
        read.State = seeded.State;
        Assert.Equal(CampaignFingerprint.Of(seeded), CampaignFingerprint.Of(read));
        Assert.Equal(seeded.Slug, read.Slug);
    }

    [Fact]
    public void Whatever_was_typed_comes_back()
    {
        var random = new Randomizer(20261122);
        for (var round = 0; round < 200; round++)
        {
            var campaign = Some(random);

            var zip = CampaignZip.Write(campaign.Slug, CampaignExport.Files(campaign));
            var read = Read(zip);

            Assert.Equal(zip, CampaignZip.Write(read.Slug, CampaignExport.Files(read)));
            Assert.Equal(JsonSerializer.Serialize(campaign.Texts), JsonSerializer.Serialize(read.Texts));
            Assert.Equal(CampaignFingerprint.Of(campaign), CampaignFingerprint.Of(read));
            Assert.Equal(campaign.OpensAt, read.OpensAt);
            Assert.Null(read.LetterTemplates.Single(l => l.Language == "fr").PublishedNumber);
            Assert.Equal("{{ not ready", read.LetterTemplates.Single(l => l.Language == "fr").Versions.Single().Subject);
        }
    }

    private static Campaign Read(byte[] zip)
    {
        var reading = CampaignReader.Read(CampaignZip.Read(zip), Now, "Anna");
        Assert.Equal([], reading.Problems.Select(p => p.ToString()));
        return reading.Campaign!;
    }

    private static Campaign Some(Randomizer random)
    {
        var image = ImageCleaner.Clean(TestImages.Png(shade: random.Byte()));
        var campaign = new Campaign
        {
            Slug = "some-campaign",
            SourceLanguage = "en",
            EventStarts = new DateOnly(2027, 1, 1),
            EventEnds = new DateOnly(2027, 1, 2),
            EventTimeZone = "Asia/Tokyo",
            HostCountryCode = "JP",
            OpensAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Int(0, 2) * 4711),
            ClosesAt = new DateTime(2026, 12, 31, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Int(0, 2) * 4711),
            Roles = [ContactRole.ForeignMinister, ContactRole.HeadOfState],
            Editing = SupporterEditing.Nothing,
            Goal = random.Int(0, 10_000),
            Accent = "#1d4e5f",
            Hashtag = Line(random),
            SenderName = Line(random),
            ConsentVersion = Line(random),
            PictureHash = image.Hash,
        };
        campaign.Organisations.Add(new CampaignOrganisation { Position = 0, Name = Line(random), Url = "https://www.example.org/?a=b#c", LogoHash = random.Bool() ? image.Hash : "" });
        campaign.Images.Add(CampaignImage.Of(image, [KeyValuePair.Create("en", Line(random)), KeyValuePair.Create("ar", Line(random))], Now));
        campaign.Texts.AddRange([Text(random, "en"), Text(random, "ar")]);
        campaign.LetterTemplates.AddRange([Letter("en", $"{Line(random)}\n\n\t{Line(random)}\n", 1), Letter("fr", "Text\n", null)]);
        campaign.LetterTemplates.Add(Letter("en", "For Austria\n", 1));
        campaign.LetterTemplates[^1].CountryCode = "AT";
        campaign.LetterTemplates[1].Versions[0].Subject = "{{ not ready";
        return campaign;
    }

    private static CampaignText Text(Randomizer random, string language) => new()
    {
        Language = language,
        Title = Line(random),
        Summary = Line(random),
        Demand = Line(random),
        Story = $"{Line(random)}\n\n---\n\n  {Line(random)}\n",
        EventName = Line(random),
        EventPlace = Line(random),
        ConsentWording = Lines(random),
        PhoneScript = "Good day. {{ contact.salutation }}\n\n  I ask: \"Speak up\".",
        WritingTips = $"{Line(random)}\n{Line(random)}",
        ShareText = Lines(random),
    };

    private static LetterTemplate Letter(string language, string body, int? published)
    {
        var letter = new LetterTemplate { Language = language, PublishedNumber = published };
        letter.Versions.Add(new LetterTemplateVersion { Number = 1, Subject = "About: 'this' # and \"that\"", Body = body.Replace("{{ supporter.name }}", "A name", StringComparison.Ordinal), CreatedBy = "Anna" });
        return letter;
    }

    private static string Line(Randomizer random) => Nasty[random.Int(0, Nasty.Length - 1)].Trim() is { Length: > 0 } text ? text.Replace('\t', ' ') : "x";

    private static string Lines(Randomizer random) => string.Join(random.ArrayElement(["\n", "\n\n", "\n  ", " \n"]), Line(random), Line(random), Line(random)).Trim();
}

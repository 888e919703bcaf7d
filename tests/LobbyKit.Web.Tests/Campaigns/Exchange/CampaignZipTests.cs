using System.IO.Compression;
using System.Text;
using LobbyKit.Web.Campaigns.Exchange;
using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Infrastructure.Binary;
using LobbyKit.Web.Tests.Campaigns.Images;

namespace LobbyKit.Web.Tests.Campaigns.Exchange;

/// <summary>A zip is taken whole or not at all.</summary>
public sealed class CampaignZipTests
{
    private const string Settings = TestZip.Slug + "/campaign.md";
    private const string German = TestZip.Slug + "/letters/de.scriban";

    private static readonly DateTime Now = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("../evil.md")]
    [InlineData("keep-hope-alive/../../evil.md")]
    [InlineData("keep-hope-alive/./campaign.fr.md")]
    [InlineData("/etc/passwd")]
    [InlineData("keep-hope-alive//letters/xx.scriban")]
    [InlineData("keep-hope-alive\\letters\\xx.scriban")]
    [InlineData("C:/evil.md")]
    [InlineData("keep-hope-alive/letters/a\u0001.scriban")]
    public void A_name_that_leads_elsewhere_is_refused(string path) =>
        Refuses(TestZip.Sample().With(path, "x").Zip(), "leads out of the campaign's folder");

    [Theory]
    [InlineData("keep-hope-alive/readme.txt")]
    [InlineData("keep-hope-alive/run.exe")]
    [InlineData("keep-hope-alive/images/picture.svg")]
    [InlineData("keep-hope-alive/letters/more/de.scriban")]
    [InlineData("keep-hope-alive/letters/inner.zip")]
    public void A_file_that_no_campaign_has_is_refused(string path) => Refuses(TestZip.Sample().With(path, "x").Zip(), "no campaign has such a file");

    [Fact]
    public void Two_campaigns_none_and_loose_files_are_refused()
    {
        Refuses(TestZip.Sample().With("another/campaign.md", "x").Zip(), "2 folders");
        Refuses(TestZip.Sample().With("campaign.md", "x").Zip(), "in no folder");
        Refuses(new Dictionary<string, byte[]>().Zip(), "There is nothing in the zip");
    }

    [Fact]
    public void Two_files_of_one_name_are_refused_in_capital_letters_too()
    {
        Refuses(TestZip.Sample().With($"{TestZip.Slug}/letters/DE.scriban", "x").Zip(), "two files of this name");
        Refuses(TestZip.Sample().Append(new(German, "x"u8.ToArray())).Zip(), "two files of this name");
    }

    [Fact]
    public void Links_and_locked_files_are_refused()
    {
        Refuses(TestZip.Sample().Zip(e => e.ExternalAttributes = e.FullName == German ? 0xA1FF << 16 : 0), "a link to another file");
        Refuses(TestZip.Lie(TestZip.Sample().Zip(), German, 8, 1, 0), "locked with a password");
    }

    [Fact]
    public void What_is_no_zip_or_not_whole_is_refused()
    {
        var zip = TestZip.Sample().Zip();
        Refuses([], "no zip");
        Refuses("campaign"u8.ToArray(), "no zip");
        Refuses([.. zip, 1, 2, 3], "no zip");
        Refuses([.. "MZ a program in front"u8, .. zip], "zip is broken");
        Refuses(new byte[CampaignZip.MostBytes + 1], "too large");
        for (var length = 0; length < zip.Length; length += 997)
        {
            Assert.Throws<FileProblemException>(() => CampaignZip.Read(zip[..length]));
        }
    }

    [Fact]
    public void A_zip_with_any_part_of_its_directory_changed_is_read_or_refused_and_nothing_else()
    {
        var zip = new Dictionary<string, byte[]> { [Settings] = "x"u8.ToArray(), [German] = "y"u8.ToArray() }.Zip();
        for (var at = 0; at < zip.Length; at++)
        {
            foreach (var value in new byte[] { 0, 1, 0x7F, 0xFF })
            {
                var changed = (byte[])zip.Clone();
                changed[at] = value;
                try
                {
                    Assert.InRange(CampaignZip.Read(changed).All.Count, 0, 2);
                }
                catch (FileProblemException)
                {
                    // Refused.
                }
            }
        }
    }

    [Fact]
    public void A_bomb_is_refused_by_what_it_says_it_holds()
    {
        var zip = TestZip.Sample().With(German, new byte[20 * 1024 * 1024]).Zip();

        Assert.True(zip.Length < 400_000);
        Refuses(zip, "1 MB at most");
    }

    [Fact]
    public void Ten_gigabytes_in_a_small_file_that_says_it_is_small_are_refused_without_unpacking_them()
    {
        // A deflate stream of ten thousand times the same block of a megabyte of zeros.
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(new byte[1024 * 1024]);
            deflate.Flush();
        }

        var block = packed.ToArray();
        var bomb = Bomb(block, 10_240);
        Assert.InRange(bomb.Length, 1, CampaignZip.MostBytes);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Refuses(bomb, "larger than the zip says");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4L * 1024 * 1024);
    }

    [Fact]
    public void Sizes_and_checksums_that_are_lies_are_refused()
    {
        var zip = TestZip.Sample().Zip();

        Refuses(TestZip.Lie(zip, German, 24, 5, 0, 0, 0), "larger than the zip says");
        Refuses(TestZip.Lie(zip, German, 24, 0, 0, 8, 0), "broken");
        Refuses(TestZip.Lie(zip, German, 24, 0xFF, 0xFF, 0xFF, 0xFF), "1 MB at most");
        Refuses(TestZip.Lie(zip, German, 16, 1, 2, 3, 4), "broken");
        Refuses(TestZip.Lie(zip, German, 10, 12, 0), "not usual");
        Refuses(TestZip.Lie(zip, German, 42, 0xFF, 0xFF, 0xFF, 0x7F), "not where the zip says");
    }

    [Fact]
    public void Too_many_files_and_too_much_of_them_are_refused()
    {
        var many = Enumerable.Range(0, 1100).Select(i => KeyValuePair.Create($"{TestZip.Slug}/letters/l{i}.scriban", Array.Empty<byte>()));
        Refuses(many.Zip(), "1,000 files at most");
        Refuses(Enumerable.Range(0, 3000).Select(i => KeyValuePair.Create($"{TestZip.Slug}/{i}", Array.Empty<byte>())).Zip(), "too many files");
        var large = Enumerable.Range(0, 30).Select(i => KeyValuePair.Create($"{TestZip.Slug}/letters/l{i}.scriban", new byte[1024 * 1024]));
        Refuses(large.Zip(), "24 MB at most");
    }

    [Fact]
    public void What_a_computer_puts_beside_the_files_is_left_out()
    {
        var zip = TestZip.Sample().With("__MACOSX/keep-hope-alive/._campaign.md", "x").With($"{TestZip.Slug}/.DS_Store", "x").With($"{TestZip.Slug}/letters/", "").Zip();

        Assert.Equal(TestZip.Sample().Count, CampaignZip.Read(zip).All.Count);
    }

    [Theory]
    [InlineData(Settings, "goal: 5000", "goal: [", "campaign.md, line ")]
    [InlineData(Settings, "goal: 5000", "goal: 5000\ngoal: 6000", "campaign.md, line ")]
    [InlineData(Settings, "goal: 5000", "goal: 5000\nevil: 1", "no setting \"evil\"")]
    [InlineData(Settings, "slug: keep-hope-alive", "slug: !!binary aGVsbG8=", "campaign.md, line 2")]
    [InlineData(Settings, "https://crd.org/", "javascript:alert(1)", "no address of a site")]
    [InlineData(Settings, "time_zone: America/New_York", "time_zone: ../../../dev/zero", "time_zone")]
    [InlineData(Settings, "time_zone: America/New_York", "time_zone: /dev/zero", "time_zone")]
    [InlineData(Settings, "host_country: US", "host_country: XYZ", "host_country")]
    [InlineData(Settings, "closes: 2026-12-13", "closes: 9999-12-31", "closes")]
    [InlineData(Settings, "organisations:", "organisations:\n  -", "organisations has an entry with nothing in it")]
    [InlineData(Settings, "organisations:", "picture: images/none.png\norganisations:", "not listed under images")]
    [InlineData(Settings, "organisations:", "images:\n  - file: images/none.png\norganisations:", "which is not there")]
    [InlineData(Settings, "title: Keep Hope Alive", "title: &a Keep Hope Alive\nhashtag: *a", "cannot refer to each other")]
    public void Settings_that_are_not_right_are_refused_by_file(string path, string before, string after, string named)
    {
        var reading = Read(TestZip.Sample().Changed(path, before, after).Zip());

        Assert.Null(reading.Campaign);
        Assert.Contains(reading.Problems, p => p.ToString().Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_nested_deep_or_without_values_are_no_way_in()
    {
        var sample = TestZip.Sample();
        Assert.Null(Read(sample.Changed(Settings, "goal: 5000", $"goal: {new string('[', 100_000)}").Zip()).Campaign);
        var empty = Encoding.UTF8.GetString(sample[Settings]).Split('\n').Where(l => l.Length > 0 && l[0] is not ' ' and not '#' and not '-' && l.Contains(':', StringComparison.Ordinal))
            .Select(l => $"{l.Split(':')[0]}:").Distinct();
        Assert.Null(Read(sample.With(Settings, $"---\n{string.Join('\n', empty)}\n---\n").Zip()).Campaign);
    }

    [Fact]
    public void Settings_with_any_character_changed_are_read_or_refused_and_nothing_else()
    {
        const string settings = "---\nslug: a\ntitle: 'b'\nevent:\n  starts: 2026-12-14\nroles: [head_of_state]\nsummary: >-\n  c\norganisations:\n  - name: \"d\"\n---\n";
        foreach (var at in Enumerable.Range(0, settings.Length))
        {
            foreach (var sign in "\0\n\t :-[]{}&*!|>'\"%@`#,?x~<.".Select(c => $"{c}").Append("").Append("[{").Append("- - "))
            {
                var changed = new Dictionary<string, byte[]>().With(Settings, settings[..at] + sign + settings[(at + 1)..]);
                Assert.NotEmpty(Read(changed.Zip()).Problems);
            }
        }
    }

    [Fact]
    public void Text_that_is_no_UTF8_is_refused_by_file()
    {
        var reading = Read(TestZip.Sample().With(German, [0x2D, 0x2D, 0x2D, 10, 0xE4, 0xF6, 0xFC]).Zip());

        Assert.Contains(reading.Problems, p => p is { File: "letters/de.scriban" } && p.Sentence.Contains("UTF-8", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("picture.png", "jpeg", "has to end in .jpg")]
    [InlineData("picture.jpg", "cut", "stops before its end")]
    [InlineData("picture.webp", "text", "no PNG, JPEG or WebP")]
    public void Pictures_that_are_not_what_they_say_are_refused_by_file(string name, string content, string named)
    {
        var bytes = content switch { "jpeg" => TestImages.Jpeg(), "cut" => TestImages.Jpeg()[..60], _ => "#!/bin/sh"u8.ToArray() };
        var files = TestZip.Sample().With($"{TestZip.Slug}/images/{name}", bytes)
            .Changed(Settings, "organisations:", $"images:\n  - file: images/{name}\n    alternative:\n      en: A picture\norganisations:");

        var reading = Read(files.Zip());

        Assert.Null(reading.Campaign);
        Assert.Contains(reading.Problems, p => p.File == $"images/{name}" && p.Sentence.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void A_letter_with_a_problem_comes_in_unpublished_and_is_named_by_line()
    {
        var reading = Read(TestZip.Sample().With(German, "---\nsubject: 'Betreff'\n---\nGuten Tag,\n{{ supporter.nmae }}\n").Zip());

        Assert.Null(reading.Campaign!.LetterTemplates.Single(l => l.Language == "de").PublishedNumber);
        Assert.Equal(1, reading.Campaign.LetterTemplates.Single(l => l.Language == "fr").PublishedNumber);
        Assert.Equal(("letters/de.scriban", "line 5, column 4"), (Assert.Single(reading.Gaps).File, reading.Gaps[0].Place));
    }

    private static CampaignReading Read(byte[] zip) => CampaignReader.Read(CampaignZip.Read(zip), Now, "Anna");

    private static void Refuses(byte[] zip, string named)
    {
        var problem = Assert.Throws<FileProblemException>(() => CampaignZip.Read(zip));
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    // By hand, because no program writes such a thing: one file, said to have 100 bytes with the checksum of 100 zeros.
    private static byte[] Bomb(byte[] block, int times)
    {
        var name = Encoding.ASCII.GetBytes(Settings);
        byte[] data = [.. Enumerable.Range(0, times).SelectMany(_ => block), 3, 0];
        byte[] described =
        [
            20, 0, 0, 0, 8, 0, 0, 0, 0, 0, .. BitConverter.GetBytes(Checksum.Of(new byte[100])), .. BitConverter.GetBytes(data.Length), 100, 0, 0, 0,
            (byte)name.Length, 0, 0, 0,
        ];
        byte[] local = [.. "PK\x03\x04"u8, .. described, .. name, .. data];
        byte[] directory = [.. "PK\x01\x02"u8, 20, 0, .. described, .. new byte[14], .. name];
        return
        [
            .. local, .. directory, .. "PK\x05\x06"u8, 0, 0, 0, 0, 1, 0, 1, 0, .. BitConverter.GetBytes(directory.Length), .. BitConverter.GetBytes(local.Length), 0, 0,
        ];
    }
}

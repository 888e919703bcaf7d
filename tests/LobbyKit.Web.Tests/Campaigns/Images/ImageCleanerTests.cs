using System.Text;
using LobbyKit.Web.Campaigns.Images;

namespace LobbyKit.Web.Tests.Campaigns.Images;

/// <summary>What is left of a picture, and what is refused.</summary>
public sealed class ImageCleanerTests
{
    public static TheoryData<string, byte[], ImageType, int, int> WithNotes => new()
    {
        { "PNG", TestImages.PngWithNotes(), ImageType.Png, 4, 3 },
        { "JPEG", TestImages.JpegWithNotes(), ImageType.Jpeg, 32, 16 },
        { "WebP", TestImages.WebPWithNotes(), ImageType.WebP, 20, 10 },
        { "WebP with loss", TestImages.LossyWebPWithNotes(), ImageType.WebP, 20, 10 },
    };

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "The file is empty", [] },
        { "no PNG, JPEG or WebP", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray() },
        { "no PNG, JPEG or WebP", "GIF89a"u8.ToArray() },
        { "too large for a phone", TestImages.PngOf(TestImages.Header(100_000, 100_000), TestImages.Data(1, 1, 0)) },
        { "too large for a phone", TestImages.PngOf(TestImages.Header(4900, 4900), TestImages.Data(1, 1, 0)) },
        { "too large for a phone", TestImages.Jpeg(65_535, 65_535) },
        { "too large for a phone", TestImages.WebP(16_384, 16_384) },
        { "0 pixels", TestImages.Jpeg(32, 0) },
        { "lies on its side", TestImages.WebPWithNotes(orientation: 6) },
        { "does not add up", [.. TestImages.Png()[..40], 0xAA, .. TestImages.Png()[41..]] },
        { "not in order", TestImages.PngOf(TestImages.Header(4, 3)) },
        { "not in order", TestImages.PngOf(TestImages.Header(4, 3), TestImages.Data(4, 3, 0), TestImages.Chunk("tEXt", [1]), TestImages.Data(4, 3, 0)) },
        { "not in order", TestImages.PngOf(TestImages.Header(4, 3, 8, 3), TestImages.Data(4, 3, 0)) },
        { "nobody knows", TestImages.PngOf(TestImages.Header(4, 3), TestImages.Chunk("EVIL", [1]), TestImages.Data(4, 3, 0)) },
        { "of a kind that there is not", TestImages.PngOf(TestImages.Header(4, 3, 7), TestImages.Data(4, 3, 0)) },
        { "beginning", TestImages.PngOf(TestImages.Data(4, 3, 0), TestImages.Header(4, 3)) },
        { "there is no picture in it", [0xFF, 0xD8, .. TestImages.Segment(0xFE, [1]), 0xFF, 0xD9] },
        { "browsers do not show", [0xFF, 0xD8, .. TestImages.Segment(0xC9, new byte[9]), 0xFF, 0xD9] },
        { "not in order", [0xFF, 0xD8, 0xFF, 0xFE, 0, 1, 0xFF, 0xD9] },
        { "moves", TestImages.Riff(TestImages.RiffChunk("VP8X", [2, 0, 0, 0, 19, 0, 0, 9, 0, 0]), TestImages.RiffChunk("ANIM", new byte[6])) },
        { "two different sizes", TestImages.Riff(TestImages.RiffChunk("VP8X", [0, 0, 0, 0, 99, 0, 0, 9, 0, 0]), TestImages.WebP()[12..]) },
        { "there is no picture in it", TestImages.Riff(TestImages.RiffChunk("XMP ", [1, 2])) },
    };

    public static TheoryData<string, byte[]> Whole => new()
    {
        { "PNG", TestImages.PngWithNotes() }, { "JPEG", TestImages.JpegWithNotes(6) }, { "WebP", TestImages.WebPWithNotes() }, { "WebP with loss", TestImages.LossyWebPWithNotes() },
    };

    [Theory]
    [MemberData(nameof(WithNotes))]
    public void Type_and_size_come_from_the_content_and_the_notes_stay_behind(string name, byte[] file, ImageType type, int width, int height)
    {
        Assert.True(TestImages.HasSecret(file), $"{name} has no notes to lose.");

        var clean = ImageCleaner.Clean(file);

        Assert.Equal((type, width, height), (clean.Type, clean.Width, clean.Height));
        Assert.False(TestImages.HasSecret(clean.Bytes));
        foreach (var note in new[] { "Exif", "XMP", "xmp", "tEXt", "eXIf", "tIME", "ICC", "Photoshop", "odd " })
        {
            Assert.True(clean.Bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(note)) < 0, $"{note} is still in it.");
        }
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void What_hangs_on_after_the_end_is_dropped_and_cleaning_twice_changes_nothing(string name, byte[] file)
    {
        var clean = ImageCleaner.Clean(file);
        var polyglot = ImageCleaner.Clean([.. file, .. "PK\x03\x04 <script>alert(1)</script>"u8]);

        Assert.Equal(clean.Bytes, polyglot.Bytes);
        Assert.Equal(clean.Bytes, ImageCleaner.Clean(clean.Bytes).Bytes);
        Assert.True(clean.Bytes.Length < file.Length, name);
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_picture_that_stops_anywhere_is_refused_in_a_sentence(string name, byte[] file)
    {
        for (var length = 0; length < file.Length; length++)
        {
            var problem = Assert.Throws<InvalidDataException>(() => ImageCleaner.Clean(file.AsSpan(0, length)));
            Assert.EndsWith(".", problem.Message, StringComparison.Ordinal);
        }

        Assert.NotEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_picture_with_any_byte_changed_is_cleaned_or_refused_and_nothing_else(string name, byte[] file)
    {
        for (var at = 0; at < file.Length; at++)
        {
            foreach (var value in new byte[] { 0, 0x7F, 0xFF, (byte)(file[at] + 1) })
            {
                var changed = (byte[])file.Clone();
                changed[at] = value;
                try
                {
                    Assert.InRange(ImageCleaner.Clean(changed).Bytes.Length, 1, file.Length + 36);
                }
                catch (InvalidDataException)
                {
                    // Refused.
                }
            }
        }

        Assert.NotEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_as_it_should_be_is_refused(string named, byte[] file)
    {
        var problem = Assert.Throws<InvalidDataException>(() => ImageCleaner.Clean(file));

        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_by_its_size()
    {
        var problem = Assert.Throws<InvalidDataException>(() => ImageCleaner.Clean(new byte[ImageLimits.Bytes + (400 * 1024)]));

        Assert.Contains("1.4 MB", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_photograph_taken_upright_stays_upright_and_keeps_nothing_else_of_its_notes()
    {
        var clean = ImageCleaner.Clean(TestImages.JpegWithNotes(orientation: 6));

        Assert.Equal((16, 32), (clean.Width, clean.Height));
        Assert.False(TestImages.HasSecret(clean.Bytes));
        Assert.Equal(1, CountOf(clean.Bytes, "Exif"));
        Assert.Equal(0, CountOf(clean.Bytes, "GPS"));
        // The preview of the JFIF note is gone, and so is what followed the Adobe note.
        Assert.Equal([0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0], clean.Bytes[2..20]);
        Assert.Equal(1, CountOf(clean.Bytes, "Adobe"));
    }

    [Fact]
    public void A_transparent_picture_with_loss_stays_transparent()
    {
        var clean = ImageCleaner.Clean(TestImages.LossyWebPWithNotes()).Bytes;

        Assert.Equal(0b1_0000, clean[20]);
        Assert.Equal((1, 1), (CountOf(clean, "ALPH"), CountOf(clean, "VP8 ")));
    }

    private static int CountOf(byte[] bytes, string text)
    {
        var (found, wanted) = (0, Encoding.ASCII.GetBytes(text));
        var rest = bytes.AsSpan();
        for (var at = rest.IndexOf(wanted); at >= 0; at = rest.IndexOf(wanted))
        {
            found++;
            rest = rest[(at + wanted.Length)..];
        }

        return found;
    }
}

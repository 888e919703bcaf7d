using LobbyKit.Web.Campaigns;

namespace LobbyKit.Web.Tests.Campaigns;

public sealed class VersionComparisonTests
{
    [Fact]
    public void A_changed_word_is_marked_and_the_rest_of_its_line_is_not()
    {
        var line = Assert.Single(VersionComparison.Of("I ask you to speak.", "I urge you to speak."));

        Assert.Equal("changed", line.Kind);
        Assert.Equal(["ask"], line.Before!.Where(t => t.IsChanged).Select(t => t.Text));
        Assert.Equal(["urge"], line.After!.Where(t => t.IsChanged).Select(t => t.Text));
    }

    [Fact]
    public void A_new_line_stands_by_itself_and_numbers_go_on()
    {
        var lines = VersionComparison.Of("one\nthree", "one\ntwo\nthree");

        Assert.Equal(["", "added", ""], lines.Select(l => l.Kind));
        Assert.Equal((2, 3), (lines[2].BeforeNumber, lines[2].AfterNumber));
    }

    [Fact]
    public void A_line_that_is_gone_is_removed() =>
        Assert.Equal(["", "removed", ""], VersionComparison.Of("one\ntwo\nthree", "one\nthree").Select(l => l.Kind));

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "")]
    [InlineData("a\nb\n\nc", "\nc\nx y z\na")]
    [InlineData("{{ if x }}\nDear {{ contact.office }},", "Dear {{ contact.person }},\nb\n\n{{ end }}")]
    public void Each_side_is_its_text_again(string before, string after)
    {
        var lines = VersionComparison.Of(before, after);

        Assert.Equal(before, string.Join('\n', lines.Where(l => l.Before is not null).Select(l => string.Concat(l.Before!.Select(t => t.Text)))));
        Assert.Equal(after, string.Join('\n', lines.Where(l => l.After is not null).Select(l => string.Concat(l.After!.Select(t => t.Text)))));
    }

    [Fact]
    public void Equal_texts_have_no_changes() => Assert.DoesNotContain(VersionComparison.Of("a\nb", "a\nb"), l => l.IsChanged);
}

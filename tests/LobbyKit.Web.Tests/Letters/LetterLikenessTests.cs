using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Tests.Letters;

public sealed class LetterLikenessTests
{
    [Fact]
    public void The_same_words_are_the_same_whatever_their_case_and_punctuation()
    {
        var likeness = LetterLikeness.Of(["I ask you to speak up.", "i ASK you – to speak up!"]);

        Assert.Equal(1, likeness.Mean, 6);
        Assert.Equal("the same", LetterLikeness.Word(likeness.Highest));
        Assert.True(likeness.IsTooAlike);
    }

    [Fact]
    public void Nothing_in_common_is_nothing()
    {
        var likeness = LetterLikeness.Of(["one two three four five", "six seven eight nine ten"]);

        Assert.Equal(0, likeness.Highest, 6);
        Assert.Equal("different", LetterLikeness.Word(likeness.Mean));
        Assert.False(likeness.IsTooAlike);
    }

    [Fact]
    public void Shared_runs_of_four_words_are_counted()
    {
        // a b c d, b c d e, c d e f | b c d e, c d e f, d e f g: two of four.
        var likeness = LetterLikeness.Of(["a b c d e f", "b c d e f g"]);

        Assert.Equal(0.5, likeness.Mean, 6);
    }

    [Fact]
    public void The_mean_is_over_all_pairs_and_the_highest_of_one()
    {
        var likeness = LetterLikeness.Of(["a b c d e f", "a b c d e f", "u v w x y z"]);

        Assert.Equal(1.0 / 3, likeness.Mean, 6);
        Assert.Equal(1, likeness.Highest, 6);
    }

    [Fact]
    public void Japanese_is_compared_by_characters()
    {
        // 7 and 6 runs of four characters, 3 of them shared: 3 of 10.
        var likeness = LetterLikeness.Of(["人権を守ってください。", "人権を守ってほしい。"]);

        Assert.Equal(0.3, likeness.Mean, 6);
    }
}

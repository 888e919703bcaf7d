using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>Where the mail server knows no addresses with a sign in them: the Message-ID is the proof.</summary>
public sealed class PlainAddressTests(PlainAddressTests.Desk desk) : IClassFixture<PlainAddressTests.Desk>
{
    [Theory]
    [InlineData("report-no-such-user", "Bounced")]
    [InlineData("report-headers-only", "Bounced")]
    [InlineData("qmail", "Bounced")]
    [InlineData("exchange", "Bounced")]
    [InlineData("reply-by-thread", "Forwarded")]
    // These return nothing of the letter: there is no proof.
    [InlineData("exim", "Unmatched")]
    [InlineData("large-provider", "Unmatched")]
    public async Task What_returns_the_letter_is_known_by_it(string file, string outcome)
    {
        var letter = await desk.AddLetterAsync();
        Assert.Equal("letters@campaign.example", letter.ReturnPath);

        Assert.Equal(outcome, (await desk.PostAsync(HookDesk.Sample(file, letter))).Answer);
        Assert.Equal(outcome == "Unmatched", (await desk.ReadAsync(letter)).State == LetterState.Accepted);
    }

    [Theory]
    [InlineData("report-no-such-user")]
    [InlineData("qmail")]
    public async Task Another_Message_ID_is_none(string file)
    {
        var letter = await desk.AddLetterAsync();
        var forged = letter with { MessageId = "0123456789abcdef0123456789abcdef@campaign.example" };

        Assert.Equal("Unmatched", (await desk.PostAsync(HookDesk.Sample(file, forged))).Answer);
    }

    public sealed class Desk() : HookDesk(new() { ["LobbyKit:Mail:ReturnSeparator"] = "none" });
}

using LobbyKit.Web.Delivery;
using static LobbyKit.Web.Delivery.DeliveryOutcome;
using static LobbyKit.Web.Delivery.SmtpStep;

namespace LobbyKit.Web.Tests.Delivery;

public sealed class ReplyRulesTests
{
    [Theory]
    [InlineData(EndOfData, 250, "2.0.0 queued as 1", Accepted, "2.0.0", false)]
    [InlineData(EndOfData, 251, "will forward", Accepted, "", false)]
    [InlineData(EndOfData, 354, "again?", TryLater, "", false)]
    [InlineData(EndOfData, 421, "4.3.2 closing", TryLater, "4.3.2", true)]
    [InlineData(EndOfData, 450, "later", TryLater, "", false)]
    [InlineData(EndOfData, 550, "5.7.1 spam", Rejected, "5.7.1", false)]
    [InlineData(EndOfData, 552, "5.3.4 too large", Rejected, "5.3.4", false)]
    [InlineData(EndOfData, 552, "5.2.2 mailbox full", TryLater, "5.2.2", false)]
    [InlineData(EndOfData, 530, "5.7.0 log in", TryLater, "5.7.0", true)]
    [InlineData(SmtpStep.Data, 503, "5.5.1 bad sequence", TryLater, "5.5.1", true)]
    [InlineData(SmtpStep.Data, 554, "no valid recipients", Rejected, "", false)]
    [InlineData(RcptTo, 250, "ok", TryLater, "", false)]
    [InlineData(RcptTo, 450, "4.2.0 greylisted", TryLater, "4.2.0", false)]
    [InlineData(RcptTo, 452, "4.5.3 too many", TryLater, "4.5.3", false)]
    [InlineData(RcptTo, 550, "5.1.1 unknown", Rejected, "5.1.1", false)]
    [InlineData(RcptTo, 551, "not local", Rejected, "", false)]
    [InlineData(RcptTo, 552, "full", TryLater, "", false)]
    [InlineData(RcptTo, 553, "5.1.3 bad syntax", Rejected, "5.1.3", false)]
    [InlineData(RcptTo, 554, "5.7.1 Relay access denied", TryLater, "5.7.1", true)]
    [InlineData(RcptTo, 550, "5.7.54 Unable to relay recipient", TryLater, "5.7.54", true)]
    [InlineData(RcptTo, 554, "5.7.1 blocked", Rejected, "5.7.1", false)]
    [InlineData(RcptTo, 538, "5.7.11 encryption", TryLater, "5.7.11", true)]
    [InlineData(MailFrom, 550, "5.7.1 not your address", TryLater, "5.7.1", true)]
    [InlineData(MailFrom, 553, "5.1.8 sender domain", TryLater, "5.1.8", true)]
    [InlineData(MailFrom, 552, "too large", Rejected, "", false)]
    [InlineData(MailFrom, 554, "5.3.4 too large", Rejected, "5.3.4", false)]
    [InlineData(Login, 535, "5.7.8 wrong password", TryLater, "5.7.8", true)]
    [InlineData(Login, 534, "5.7.9 mechanism too weak", TryLater, "5.7.9", true)]
    [InlineData(StartTls, 454, "4.7.0 not now", TryLater, "4.7.0", true)]
    [InlineData(StartTls, 501, "5.5.4 syntax", TryLater, "5.5.4", true)]
    [InlineData(Hello, 550, "who are you", TryLater, "", true)]
    [InlineData(Greeting, 554, "5.7.1 no service for you", TryLater, "5.7.1", true)]
    [InlineData(Greeting, 220, "fine", TryLater, "", true)]
    [InlineData(EndOfData, 250, "queued as 5.7.1", Accepted, "", false)]
    public void Each_reply_has_its_outcome(SmtpStep step, int code, string text, DeliveryOutcome outcome, string enhancedCode, bool aboutUs)
    {
        var reply = ReplyRules.Judge(step, code, text);

        Assert.Equal((outcome, code, enhancedCode, aboutUs), (reply.Outcome, reply.Code, reply.EnhancedCode, reply.IsAboutUs));
    }

    [Fact]
    public void Every_reply_of_every_step_is_judged_and_only_a_taken_message_counts_as_taken()
    {
        foreach (var step in Enum.GetValues<SmtpStep>())
        {
            for (var code = 100; code < 600; code++)
            {
                var outcome = ReplyRules.Judge(step, code, "words").Outcome;

                Assert.Equal(step == EndOfData && code is >= 200 and < 300, outcome == Accepted);
                Assert.False(outcome == Rejected && code < 500);
            }
        }
    }

    [Theory]
    [InlineData(Connect, true)]
    [InlineData(Login, true)]
    [InlineData(RcptTo, false)]
    [InlineData(EndOfData, false)]
    public void No_answer_means_later(SmtpStep step, bool aboutUs)
    {
        var reply = ReplyRules.NoAnswer(step, "cut");

        Assert.Equal((TryLater, null, aboutUs), (reply.Outcome, reply.Code, reply.IsAboutUs));
    }
}

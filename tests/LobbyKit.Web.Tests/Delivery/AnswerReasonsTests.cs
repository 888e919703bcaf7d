using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Tests.Delivery;

public sealed class AnswerReasonsTests
{
    [Theory]
    [InlineData(SmtpStep.EndOfData, 250, "2.0.0 Ok: queued", AnswerReason.Taken)]
    [InlineData(SmtpStep.RcptTo, 421, "4.3.2 closing", AnswerReason.Busy)]
    [InlineData(SmtpStep.RcptTo, 450, "4.7.1 greylisted, come back", AnswerReason.Busy)]
    [InlineData(SmtpStep.RcptTo, 452, "4.2.2 over quota", AnswerReason.MailboxFull)]
    [InlineData(SmtpStep.RcptTo, 552, "5.2.2 over quota", AnswerReason.MailboxFull)]
    [InlineData(SmtpStep.RcptTo, 552, "too much", AnswerReason.MailboxFull)]
    [InlineData(SmtpStep.RcptTo, 550, "5.1.1 unknown user", AnswerReason.NoSuchAddress)]
    [InlineData(SmtpStep.RcptTo, 550, "5.1.10 no such recipient", AnswerReason.NoSuchAddress)]
    [InlineData(SmtpStep.RcptTo, 550, "5.1.8 bad sender domain", AnswerReason.OurServer)]
    [InlineData(SmtpStep.RcptTo, 550, "5.2.1 disabled", AnswerReason.MailboxClosed)]
    [InlineData(SmtpStep.RcptTo, 550, "5.7.1 Relaying denied", AnswerReason.OurServer)]
    [InlineData(SmtpStep.MailFrom, 550, "5.7.1 go away", AnswerReason.OurServer)]
    [InlineData(SmtpStep.MailFrom, 552, "5.3.4 too big", AnswerReason.TooLarge)]
    [InlineData(SmtpStep.EndOfData, 554, "5.7.1 spam", AnswerReason.Policy)]
    [InlineData(SmtpStep.EndOfData, 554, "no", AnswerReason.Refused)]
    [InlineData(SmtpStep.Login, 535, "5.7.8 wrong password", AnswerReason.OurLogin)]
    public void The_codes_of_an_answer_tell_its_reason(SmtpStep step, int code, string text, AnswerReason expected)
    {
        var reply = ReplyRules.Judge(step, code, text);

        Assert.Equal(expected, AnswerReasons.Of(reply.Outcome, reply.Code, reply.EnhancedCode));
    }

    [Fact]
    public void No_answer_is_a_reason_too() =>
        Assert.Equal(AnswerReason.NoAnswer, AnswerReasons.Of(DeliveryOutcome.TryLater, null, ""));

    [Fact]
    public void Whatever_a_server_says_has_a_reason_and_a_sentence()
    {
        foreach (var outcome in Enum.GetValues<DeliveryOutcome>())
        {
            for (var code = 0; code <= 999; code++)
            {
                foreach (var enhanced in new[] { "", "5.0.0", "4.9.9", "5.1.1", "5.999.999", "2" })
                {
                    Assert.NotEmpty(Web.Pages.Organise.Dashboard.DashboardText.Answer(outcome, AnswerReasons.Of(outcome, code, enhanced)));
                }
            }
        }
    }
}

using LobbyKit.Web.Delivery;
using LobbyKit.Web.Pages.Organise.Dashboard;

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
    [InlineData(SmtpStep.RcptTo, 553, "5.6.7 no such letters", AnswerReason.AddressNotSupported)]
    [InlineData(SmtpStep.Login, 535, "5.7.8 wrong password", AnswerReason.OurLogin)]
    public void The_codes_of_an_answer_tell_its_reason(SmtpStep step, int code, string text, AnswerReason expected)
    {
        var reply = ReplyRules.Judge(step, code, text);

        Assert.Equal(expected, AnswerReasons.Of(reply.Outcome, reply.Code, reply.EnhancedCode));
    }

    [Fact]
    public void No_answer_is_a_reason_too() =>
        Assert.Equal(AnswerReason.NoAnswer, AnswerReasons.Of(DeliveryOutcome.TryLater, null, ""));

    [Theory]
    [InlineData(DeliveryFault.NameUnknown, AnswerReason.NameUnknown)]
    [InlineData(DeliveryFault.Unreachable, AnswerReason.Unreachable)]
    [InlineData(DeliveryFault.TimedOut, AnswerReason.BrokenOff)]
    [InlineData(DeliveryFault.BrokenOff, AnswerReason.BrokenOff)]
    [InlineData(DeliveryFault.NotSmtp, AnswerReason.NotSmtp)]
    [InlineData(DeliveryFault.TlsNotOffered, AnswerReason.Unprotected)]
    [InlineData(DeliveryFault.TlsUntrusted, AnswerReason.Unprotected)]
    [InlineData(DeliveryFault.TlsFailed, AnswerReason.Unprotected)]
    [InlineData(DeliveryFault.LoginNotOffered, AnswerReason.OurLogin)]
    [InlineData(DeliveryFault.TooLarge, AnswerReason.TooLarge)]
    [InlineData(DeliveryFault.AddressNotSupported, AnswerReason.AddressNotSupported)]
    [InlineData(DeliveryFault.Unusable, AnswerReason.NoAnswer)]
    [InlineData(DeliveryFault.Ours, AnswerReason.NoAnswer)]
    public void So_does_what_went_wrong_without_an_answer(DeliveryFault fault, AnswerReason expected)
    {
        var reply = FaultRules.Judge(fault, SmtpStep.EndOfData, "words");

        Assert.Equal(expected, AnswerReasons.Of(reply.Outcome, reply.Code, reply.EnhancedCode));
    }

    [Fact]
    public void What_is_ours_to_put_right_is_told_an_admin_and_others_whom_to_tell()
    {
        AnswerReason[] passes = [AnswerReason.Taken, AnswerReason.Busy, AnswerReason.MailboxFull, AnswerReason.Refused];
        foreach (var reason in Enum.GetValues<AnswerReason>().Except(passes))
        {
            Assert.NotEmpty(DashboardText.Advice(reason, isAdmin: true));
            Assert.NotEmpty(DashboardText.Advice(reason, isAdmin: false));
            Assert.DoesNotContain("LobbyKit:", DashboardText.Advice(reason, isAdmin: false), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Whatever_a_server_says_has_a_reason_and_a_sentence()
    {
        foreach (var outcome in Enum.GetValues<DeliveryOutcome>())
        {
            for (var code = 0; code <= 999; code++)
            {
                foreach (var enhanced in new[] { "", "5.0.0", "4.9.9", "5.1.1", "5.999.999", "2" })
                {
                    Assert.NotEmpty(DashboardText.Answer(outcome, AnswerReasons.Of(outcome, code, enhanced)));
                }
            }
        }
    }
}

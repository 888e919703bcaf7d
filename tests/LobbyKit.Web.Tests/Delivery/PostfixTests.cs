using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>With a mail server that the world uses.</summary>
public sealed class PostfixTests(PostfixServer postfix) : IClassFixture<PostfixServer>
{
    public static TheoryData<string> All => Transports.All;

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task A_letter_is_delivered(string transport)
    {
        Skip.If(postfix.Obstacle is not null, postfix.Obstacle);
        var letter = NewLetter();

        var reply = await SendAsync(transport, postfix.Port, letter);

        Assert.Equal((DeliveryOutcome.Accepted, 250), (reply.Outcome, reply.Code));
        var arrived = await postfix.MailAsync("office", Has(letter));
        Assert.Equal("Your Excellency,\n\nplease act.", arrived.Text.TrimEnd());
        Assert.Equal("<letters@campaign.example>", arrived.Header("Return-Path"));
        Assert.Equal("<ada@supporter.example>", arrived.Header("Reply-To").Split(' ')[^1]);
    }

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task An_office_that_is_not_there_is_refused_at_once(string transport)
    {
        Skip.If(postfix.Obstacle is not null, postfix.Obstacle);

        var reply = await SendAsync(transport, postfix.Port, NewLetter() with { ToAddress = "nobody@government.example" });

        Assert.Equal((DeliveryOutcome.Rejected, 550, "5.1.1", false), (reply.Outcome, reply.Code, reply.EnhancedCode, reply.IsAboutUs));
        Assert.Equal(AnswerReason.NoSuchAddress, AnswerReasons.Of(reply.Outcome, reply.Code, reply.EnhancedCode));
    }

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task Where_Postfix_may_not_send_no_letter_is_given_up(string transport)
    {
        Skip.If(postfix.Obstacle is not null, postfix.Obstacle);

        // Nothing is taken on this port before STARTTLS: 530.
        var reply = await SendAsync(transport, postfix.ProtectedPort, NewLetter());

        Assert.Equal((DeliveryOutcome.TryLater, 530, true), (reply.Outcome, reply.Code, reply.IsAboutUs));
    }

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task A_letter_that_turns_out_to_be_undeliverable_comes_back(string transport)
    {
        Skip.If(postfix.Obstacle is not null, postfix.Obstacle);
        var letter = NewLetter() with { ToAddress = $"office@{PostfixServer.RefusedDomain}", EnvelopeFrom = "bounces@campaign.example" };

        var reply = await SendAsync(transport, postfix.Port, letter);

        Assert.Equal(DeliveryOutcome.Accepted, reply.Outcome);
        var bounce = await postfix.MailAsync("bounces", Has(letter));
        Assert.Equal("<>", bounce.Header("Return-Path"));
        Assert.Equal("bounces@campaign.example", bounce.Header("To"));
        Assert.Contains("multipart/report", bounce.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("report-type=delivery-status", bounce.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("Content-Type: message/delivery-status", bounce.Source, StringComparison.Ordinal);
        Assert.Contains($"Final-Recipient: rfc822; office@{PostfixServer.RefusedDomain}", bounce.Source, StringComparison.Ordinal);
        Assert.Contains("Action: failed\r\nStatus: 5.1.1", bounce.Source, StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{letter.MessageId}>", bounce.Source, StringComparison.OrdinalIgnoreCase);
    }

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task An_address_in_another_script_is_reached_with_SMTPUTF8(string transport)
    {
        Skip.If(postfix.Obstacle is not null, postfix.Obstacle);
        var letter = NewLetter() with { ToAddress = "büro@government.example", Subject = "人権についてのお願い", FromName = "Zoë via Open Letters" };

        var reply = await SendAsync(transport, postfix.Port, letter);

        Assert.Equal(DeliveryOutcome.Accepted, reply.Outcome);
        var arrived = await postfix.MailAsync("buero", Has(letter));
        Assert.Contains("bÃ¼ro@government.example", arrived.HeaderBlock, StringComparison.Ordinal);
        Assert.Contains("UTF8SMTP", arrived.HeaderBlock, StringComparison.Ordinal);
        Assert.Equal("Your Excellency,\n\nplease act.", arrived.Text.TrimEnd());
    }

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task Without_SMTPUTF8_such_a_letter_is_given_up_with_a_reason(string transport)
    {
        Skip.If(postfix.Obstacle is not null, postfix.Obstacle);

        var reply = await SendAsync(transport, postfix.PlainPort, NewLetter() with { ToAddress = "büro@government.example" });

        Assert.Equal((DeliveryOutcome.Rejected, "5.6.7", false), (reply.Outcome, reply.EnhancedCode, reply.IsAboutUs));
        Assert.Contains("letters before the @", reply.Text, StringComparison.Ordinal);
        Assert.Equal(AnswerReason.AddressNotSupported, AnswerReasons.Of(reply.Outcome, reply.Code, reply.EnhancedCode));
    }

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task A_certificate_of_an_authority_that_nobody_knows_is_not_trusted(string transport)
    {
        Skip.If(postfix.Obstacle is not null, postfix.Obstacle);

        var reply = await SendAsync(transport, postfix.ProtectedPort, NewLetter(), o => o.Security = MailSecurity.StartTls);

        Assert.Equal((DeliveryOutcome.TryLater, "4.7.5", true), (reply.Outcome, reply.EnhancedCode, reply.IsAboutUs));
    }

    [SkippableFact]
    public async Task A_letter_goes_out_with_STARTTLS_where_the_authority_is_known()
    {
        Skip.If(postfix.Obstacle is not null, postfix.Obstacle);
        await using var host = await DeliveryHost.CreateAsync();
        var row = await host.QueueLetterAsync();
        var settings = DeliveryHost.Settings(host.Folder, postfix.ProtectedPort);
        settings["LobbyKit:Mail:Security"] = "StartTls";
        settings["SSL_CERT_FILE"] = postfix.AuthorityFile;

        using var application = ApplicationProcess.Start("Production", host.Folder, settings);
        var arrived = await postfix.MailAsync("office", source => source.Contains(row.MessageId, StringComparison.Ordinal));

        Assert.Contains("with ESMTPS", arrived.HeaderBlock, StringComparison.Ordinal);
    }

    private static OutgoingMail NewLetter() => Transports.Mail with { MessageId = $"{Guid.NewGuid():N}@campaign.example" };

    private static Func<string, bool> Has(OutgoingMail mail) => source => source.Contains(mail.MessageId, StringComparison.Ordinal);

    private static async Task<DeliveryReply> SendAsync(string transport, int port, OutgoingMail mail, Action<MailOptions>? change = null)
    {
        using var sender = (IDisposable)Transports.Create(transport, port, change);
        return await ((IMailTransport)sender).SendAsync(mail, CancellationToken.None);
    }
}

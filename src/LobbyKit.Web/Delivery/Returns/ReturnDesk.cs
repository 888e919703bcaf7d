using LobbyKit.Web.Audit;
using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>
/// Takes a message that came back and does what follows from it, in one transaction: when it answers, all of that is on the disk. Only what
/// proves that its sender has seen one of our e-mails changes anything.
/// </summary>
public sealed class ReturnDesk(
    IDbContextFactory<LobbyKitDbContext> contexts, ReturnPaths paths, SecretTokens tokens, SealedJson sealing, RefusedAddresses refusals, LetterAnswers answers,
    ReturnCounts counts, DeliverySignal signal, IOptions<MailOptions> options, TimeProvider clock, ILogger<ReturnDesk> logger)
{
    private const int WriteTries = 5;

    /// <summary>Answers that one letter's supporter is sent in a day. Two machines that answer each other in people's names stop here.</summary>
    private const int MostForwardsPerDay = 5;

    /// <param name="source">The message, byte for byte.</param>
    /// <param name="envelopeTo">The envelope's recipient; empty where the mail server does not tell.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    public async Task<ReturnOutcome> TakeAsync(ReadOnlyMemory<byte> source, string envelopeTo, CancellationToken cancellationToken)
    {
        var message = ReturnReader.Read(source, envelopeTo, options.Value.FromAddress);
        using var acting = AuditActing.As("Delivery");
        var outcome = await SettleAsync(message, cancellationToken);
        if (outcome == ReturnOutcome.Forwarded)
        {
            signal.Wake();
        }

        if (outcome != ReturnOutcome.TooEarly)
        {
            await counts.AddAsync(outcome, cancellationToken);
        }

        return outcome;
    }

    private async Task<ReturnOutcome> SettleAsync(ReturnedMessage message, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TrySettleAsync(message, cancellationToken);
            }
            catch (DbUpdateException) when (tries < WriteTries)
            {
                // Its supporter, a worker, an admin or the same message again was there in the same moment; look again.
                logger.LogInformation("A returned message met another change; it is looked at again.");
            }
        }
    }

    private async Task<ReturnOutcome> TrySettleAsync(ReturnedMessage message, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (message.Kind == ReturnKind.Loop || paths.TryRead(message.FromAddress, out _)
            // One of our own e-mails has come home.
            || await db.Outbox.AnyAsync(m => m.MessageId == message.Identity, cancellationToken))
        {
            return ReturnOutcome.Loop;
        }

        if (await FindAsync(db, message, cancellationToken) is not { } mail)
        {
            return ReturnOutcome.Unmatched;
        }

        var fingerprint = tokens.Derive("returned message", message.Identity, $"{mail.Id}");
        if (await db.ReturnedMails.AnyAsync(r => r.Fingerprint == fingerprint, cancellationToken))
        {
            return ReturnOutcome.Duplicate;
        }

        var record = new ReturnedMail
        {
            OutboxMailId = mail.Id,
            LetterId = mail.LetterId,
            Kind = message.Kind,
            Status = message.Status,
            Fingerprint = fingerprint,
            At = clock.GetUtcNow().UtcDateTime,
        };
        db.ReturnedMails.Add(record);
        var outcome = await ActAsync(db, mail, message, record, cancellationToken);
        if (outcome != ReturnOutcome.TooEarly)
        {
            await db.SaveChangesAsync(cancellationToken);
            logger.LogInformation(
                "Outbox {OutboxId}: {Kind} {Status} came back: {Outcome}.", mail.Id, message.Kind, message.Status, outcome);
        }

        return outcome;
    }

    /// <summary>
    /// The e-mail that a message is about, where that is proven. A bounce comes to the signed address and to no other; what it returns must not
    /// be another e-mail. Without such addresses, and for answers, the Message-ID proves it: 128 random bits that only who got the e-mail knows.
    /// </summary>
    private async Task<OutboxMail?> FindAsync(LobbyKitDbContext db, ReturnedMessage message, CancellationToken cancellationToken)
    {
        var signed = new HashSet<long>();
        foreach (var recipient in message.Recipients)
        {
            if (paths.TryRead(recipient, out var id))
            {
                signed.Add(id);
            }
        }

        var mails = db.Outbox.Include(m => m.Letter);
        if (signed.Count > 0)
        {
            var mail = signed.Count == 1 ? await mails.FirstOrDefaultAsync(m => m.Id == signed.First(), cancellationToken) : null;
            var isAboutAnother = mail is not null && message.About.Count > 0 && !message.About.Contains(mail.MessageId)
                && (message.IsBounce || await db.Outbox.AnyAsync(m => message.About.Contains(m.MessageId), cancellationToken));
            return isAboutAnother ? null : mail;
        }

        if (message.About.Count == 0 || (message.IsBounce && paths.IsOn))
        {
            return null;
        }

        // The nearest in the thread is named first.
        var found = await mails.Where(m => message.About.Contains(m.MessageId)).ToListAsync(cancellationToken);
        return found.MinBy(m => (m.Kind != MailKind.Letter, message.About.ToList().IndexOf(m.MessageId)));
    }

    private async Task<ReturnOutcome> ActAsync(
        LobbyKitDbContext db, OutboxMail mail, ReturnedMessage message, ReturnedMail record, CancellationToken cancellationToken)
    {
        if (mail is not { Kind: MailKind.Letter, Letter: { } letter } || message.Kind is ReturnKind.Delay or ReturnKind.Receipt or ReturnKind.AutoReply)
        {
            return ReturnOutcome.Noted;
        }

        // Its worker has yet to write down that it was accepted.
        if (letter.State == LetterState.Sending || mail is { State: OutboxState.Waiting, ClaimId: not null })
        {
            return ReturnOutcome.TooEarly;
        }

        if (message.Kind == ReturnKind.Reply)
        {
            return await AnswerAsync(db, letter, message, record, cancellationToken);
        }

        if (message.Kind == ReturnKind.HardBounce)
        {
            await refusals.NoteBounceAsync(db, mail, message.Status, cancellationToken);
        }

        return Move(letter, LetterState.Bounced) ? ReturnOutcome.Bounced : ReturnOutcome.Noted;
    }

    private async Task<ReturnOutcome> AnswerAsync(LobbyKitDbContext db, Letter letter, ReturnedMessage message, ReturnedMail record, CancellationToken cancellationToken)
    {
        var content = await sealing.OpenLetterAsync(db, letter.Id, cancellationToken);
        if (message.FromAddress.Equals(content?.SupporterEmail, StringComparison.OrdinalIgnoreCase))
        {
            // The supporter, who copies us in.
            return ReturnOutcome.Noted;
        }

        Move(letter, LetterState.Answered);
        var today = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        if (content is null
            || message.Recipients.Contains(content.SupporterEmail, StringComparer.OrdinalIgnoreCase)
            || await db.ReturnedMails.CountAsync(r => r.LetterId == letter.Id && r.IsForwarded && r.At > today, cancellationToken) >= MostForwardsPerDay)
        {
            return ReturnOutcome.Answered;
        }

        record.IsForwarded = true;
        await answers.AddAsync(db, letter, content, new OfficeAnswer(message.FromAddress, message.Subject, message.Text, message.Attachments), cancellationToken);
        return ReturnOutcome.Forwarded;
    }

    private bool Move(Letter letter, LetterState to)
    {
        if (!LetterLife.MayMove(letter.State, to))
        {
            return false;
        }

        letter.MoveTo(to, clock.GetUtcNow().UtcDateTime, LetterActor.Delivery);
        return true;
    }
}

using System.Security.Cryptography;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// Delivery, round after round: claim, commit, send, record. No transaction is open while a server is talked to. Any number of batches may
/// run at once, in one process or in many.
/// </summary>
public sealed class DeliveryBatch(
    DeliveryClaims claims, DeliveryRecord record, DeliveryBreaker breaker, OfficeAddresses addresses, IMailTransport transport, SealedJson seal,
    ReturnPaths returnPaths, IOptions<MailOptions> settings, TimeProvider clock, ILogger<DeliveryBatch> logger)
{
    /// <summary>So many are claimed together at first: few have to be given back where the mail server is away…</summary>
    private const int FirstPerConnection = 16;

    /// <summary>…and so many where all goes well…</summary>
    private const int MostPerConnection = 64;

    /// <summary>…and a round takes no longer than this.</summary>
    private static readonly TimeSpan LongRound = TimeSpan.FromSeconds(1);

    /// <summary>A round that takes longer than this shows meanwhile what has come of it.</summary>
    private static readonly TimeSpan Showing = TimeSpan.FromSeconds(1);

    private readonly MailOptions options = settings.Value;
    private int perConnection = FirstPerConnection;

    /// <summary>
    /// Sends what is due, until less is found than would fill a round, or not all of one was accepted. When cancelled, starts nothing more, lets what is being sent
    /// come to its end, and gives the rest back.
    /// </summary>
    public async Task<BatchResult> RunAsync(CancellationToken cancellationToken)
    {
        var total = BatchResult.Nothing;
        var most = options.Connections * perConnection;
        var claim = await claims.TakeAsync(most, cancellationToken);
        try
        {
            while (claim.Mails.Count > 0)
            {
                var startedAt = clock.GetTimestamp();
                var round = new DeliveryRound(claim);
                var sending = SendAsync(round, cancellationToken);
                claim = Claim.Nothing;
                var isFull = round.Mails.Count >= most / 2;
                await round.HalfDone;
                perConnection = PerConnection(round, clock.GetElapsedTime(startedAt));
                most = options.Connections * perConnection;
                try
                {
                    if (isFull && round.GoesWell && !cancellationToken.IsCancellationRequested)
                    {
                        // While the second half is being sent, so that nobody waits for the database.
                        claim = await claims.TakeAsync(most, cancellationToken);
                    }
                }
                finally
                {
                    await sending;
                }

                total += round.Result;
            }

            return total;
        }
        finally
        {
            await record.SettleAsync();
            await claims.GiveBackAsync(claim.Mails, CancellationToken.None);
        }
    }

    private int PerConnection(DeliveryRound round, TimeSpan half)
    {
        if (!round.GoesWell || round.Mails.Count < options.Connections * perConnection / 2)
        {
            return FirstPerConnection;
        }

        return half < LongRound / 2 ? Math.Min(2 * perConnection, MostPerConnection) : Math.Max(perConnection / 2, FirstPerConnection);
    }

    private async Task SendAsync(DeliveryRound round, CancellationToken cancellationToken)
    {
        var senders = Task.WhenAll(Enumerable.Range(0, Math.Min(options.Connections, round.Mails.Count)).Select(_ => SendFromAsync(round, cancellationToken)));
        try
        {
            try
            {
                await ShowAsync(round, senders);
            }
            finally
            {
                // Whatever fails meanwhile: what a sender still has may not be given back.
                await senders;
            }
        }
        finally
        {
            round.End();
            await breaker.WriteAsync(round.Runs);
            await claims.GiveBackAsync(round.Untried, CancellationToken.None);
        }

        var result = round.Result;
        logger.LogInformation(
            "Delivery: {Accepted} accepted, {PutOff} put off, {Rejected} rejected, {Unsent} given back.",
            result.Accepted, result.PutOff, result.Rejected, result.Unsent);
    }

    private async Task ShowAsync(DeliveryRound round, Task senders)
    {
        var isShown = false;
        while (await Task.WhenAny(senders, Task.Delay(Showing, clock, CancellationToken.None)) != senders)
        {
            await record.SettleAsync();
            isShown = isShown || await claims.TryShowAsync(round.Mails, CancellationToken.None);
        }
    }

    /// <summary>One sender, one connection, one e-mail after the other; the next only when what came of the last is on the disk.</summary>
    private async Task SendFromAsync(DeliveryRound round, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && HasTime(round) && round.TryNext(out var mail))
        {
            // A run of failures would only use up the tries of letters that nothing is wrong with.
            if (round.Runs.IsStopped(mail.Lanes))
            {
                round.PutBack(mail);
                continue;
            }

            // Asked at the last moment: an admin may have stopped the address since the letter was claimed.
            string? address = null;
            if (mail is { Kind: MailKind.Letter, ContactId: { } contact }
                && (address = await addresses.OfAsync(contact, CancellationToken.None)) is null)
            {
                round.PutBack(mail);
                continue;
            }

            var startedAt = Now;
            var reply = await SendAsync(mail, address);
            round.Runs.Note(mail.Lanes, reply);
            var outcome = await record.WriteAsync(mail, startedAt, reply);
            if (outcome == DeliveryOutcome.Rejected && mail.ContactId is { } refusing)
            {
                addresses.Forget(refusing);
            }

            round.Note(outcome);
            if (reply.Outcome != DeliveryOutcome.Accepted)
            {
                logger.LogWarning(
                    "Outbox {OutboxId}: {Outcome}, reply {ReplyCode} {EnhancedCode}.",
                    mail.Id, reply.Outcome, reply.Code, reply.EnhancedCode);
            }
        }
    }

    private async Task<DeliveryReply> SendAsync(ClaimedMail claimed, string? address)
    {
        using var lease = new CancellationTokenSource(claimed.ClaimedUntil - Now, clock);
        try
        {
            var mail = seal.Open<OutgoingMail>(claimed.Sealed) with { MessageId = claimed.MessageId, EnvelopeFrom = returnPaths.For(claimed.Id) };
            return await transport.SendAsync(address is null ? mail : mail with { ToAddress = address }, lease.Token);
        }
        catch (OperationCanceledException)
        {
            return FaultRules.Judge(DeliveryFault.TimedOut, SmtpStep.Connect);
        }
        catch (CryptographicException)
        {
            return ReplyRules.NoAnswer(SmtpStep.RcptTo, "It cannot be decrypted: the keys that sealed it are not in the folder of keys.");
        }
#pragma warning disable CA1031 // Whatever goes wrong with one e-mail must not take the worker from all others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            // The type only: messages of exceptions can hold addresses.
            logger.LogError("Outbox {OutboxId} could not be sent: {ErrorType}.", claimed.Id, error.GetType().FullName);
            return ReplyRules.NoAnswer(SmtpStep.RcptTo, $"A fault of this program: {error.GetType().Name}.");
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private bool HasTime(DeliveryRound round) =>
        round.TryPeek(out var next) && next.ClaimedUntil - Now > TimeSpan.FromSeconds(options.TimeoutSeconds);
}

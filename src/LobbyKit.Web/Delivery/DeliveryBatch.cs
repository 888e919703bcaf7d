using System.Collections.Concurrent;
using System.Security.Cryptography;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// One round of delivery: claim, commit, send, record. No transaction is open while a server is talked to. Any number of
/// batches may run at once, in one process or in many.
/// </summary>
public sealed class DeliveryBatch(
    DeliveryClaims claims, DeliveryRecord record, DeliveryBreaker breaker, IMailTransport transport, SealedJson seal, ReturnPaths returnPaths,
    IOptions<MailOptions> settings, TimeProvider clock, ILogger<DeliveryBatch> logger)
{
    /// <summary>So many are claimed together at first: few have to be given back where the mail server is away…</summary>
    private const int FirstPerConnection = 16;

    /// <summary>…and so many where all goes well.</summary>
    private const int MostPerConnection = 32;

    private readonly MailOptions options = settings.Value;
    private int perConnection = FirstPerConnection;

    /// <summary>
    /// When cancelled, starts nothing more, lets what is being sent come to its end, and gives the rest back.
    /// </summary>
    public async Task<BatchResult> RunAsync(CancellationToken cancellationToken)
    {
        var most = options.Connections * perConnection;
        var claim = await claims.TakeAsync(most, cancellationToken);
        if (claim.Mails.Count == 0)
        {
            return new BatchResult(0, 0, 0, 0);
        }

        var waiting = new ConcurrentQueue<ClaimedMail>(claim.Mails);
        var unsendable = new ConcurrentQueue<ClaimedMail>();
        var outcomes = new ConcurrentBag<DeliveryOutcome>();
        var runs = new LaneRuns(claim.Lanes);
        var senders = Enumerable.Range(0, Math.Min(options.Connections, claim.Mails.Count))
            .Select(_ => SendFromAsync(waiting, unsendable, outcomes, runs, cancellationToken));
        try
        {
            await Task.WhenAll(senders);
        }
        finally
        {
            await breaker.WriteAsync(runs);
            await claims.GiveBackAsync([.. waiting, .. unsendable], CancellationToken.None);
        }

        var result = new BatchResult(
            outcomes.Count(o => o == DeliveryOutcome.Accepted), outcomes.Count(o => o == DeliveryOutcome.TryLater),
            outcomes.Count(o => o == DeliveryOutcome.Rejected), waiting.Count + unsendable.Count);
        perConnection = result.Accepted == most ? Math.Min(2 * perConnection, MostPerConnection) : FirstPerConnection;
        logger.LogInformation(
            "Delivery: {Accepted} accepted, {PutOff} put off, {Rejected} rejected, {Unsent} given back.",
            result.Accepted, result.PutOff, result.Rejected, result.Unsent);
        return result;
    }

    /// <summary>One sender, one connection, one e-mail after the other; the next only when what came of the last is on the disk.</summary>
    private async Task SendFromAsync(
        ConcurrentQueue<ClaimedMail> waiting,
        ConcurrentQueue<ClaimedMail> unsendable,
        ConcurrentBag<DeliveryOutcome> outcomes,
        LaneRuns runs,
        CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && HasTime(waiting) && waiting.TryDequeue(out var mail))
        {
            // A run of failures would only use up the tries of letters that nothing is wrong with.
            if (runs.IsStopped(mail.Lanes))
            {
                unsendable.Enqueue(mail);
                continue;
            }

            // Asked at the last moment: an admin may have stopped the address since the letter was claimed.
            string? address = null;
            if (mail is { Kind: MailKind.Letter, ContactId: { } contact }
                && (address = await claims.AddressNowAsync(contact, CancellationToken.None)) is null)
            {
                unsendable.Enqueue(mail);
                continue;
            }

            var startedAt = Now;
            var reply = await SendAsync(mail, address);
            runs.Note(mail.Lanes, reply);
            outcomes.Add(await record.WriteAsync(mail, startedAt, reply));
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
            var mail = seal.Open<OutgoingMail>(claimed.SealedMail!) with { MessageId = claimed.MessageId, EnvelopeFrom = returnPaths.For(claimed.Id) };
            return await transport.SendAsync(address is null ? mail : mail with { ToAddress = address }, lease.Token);
        }
        catch (OperationCanceledException)
        {
            return ReplyRules.NoAnswer(SmtpStep.Connect, "It took longer than one e-mail may take.");
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

    private bool HasTime(ConcurrentQueue<ClaimedMail> waiting) =>
        waiting.TryPeek(out var next) && next.ClaimedUntil - Now > TimeSpan.FromSeconds(options.TimeoutSeconds);
}

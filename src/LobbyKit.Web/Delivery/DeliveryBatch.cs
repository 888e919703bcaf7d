using System.Collections.Concurrent;
using System.Security.Cryptography;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// One round of delivery: claim, commit, send, record. No transaction is open while a server is talked to. Any number of
/// batches may run at once, in one process or in many.
/// </summary>
public sealed class DeliveryBatch(
    DeliveryClaims claims, DeliveryRecord record, IMailTransport transport, SealedJson seal, ReturnPaths returnPaths,
    IOptions<MailOptions> settings, TimeProvider clock, ILogger<DeliveryBatch> logger) : IDisposable
{
    /// <summary>So many are claimed together: enough to keep a connection busy, few enough to be done within the lease.</summary>
    private const int MailsPerConnection = 16;

    private readonly MailOptions options = settings.Value;

    // SQLite has one writer at a time; to queue here is cheaper than to collide there.
    private readonly SemaphoreSlim oneWriter = new(1);

    /// <summary>
    /// When cancelled, starts nothing more, lets what is being sent come to its end, and gives the rest back.
    /// </summary>
    public async Task<BatchResult> RunAsync(CancellationToken cancellationToken)
    {
        var claimed = await claims.TakeAsync(options.Connections * MailsPerConnection, cancellationToken);
        if (claimed.Count == 0)
        {
            return new BatchResult(0, 0, 0, 0, false);
        }

        var waiting = new ConcurrentQueue<ClaimedMail>(claimed);
        var unsendable = new ConcurrentQueue<ClaimedMail>();
        var tally = new ConcurrentBag<(DeliveryOutcome Outcome, bool IsAboutUs)>();
        var senders = Enumerable.Range(0, Math.Min(options.Connections, claimed.Count))
            .Select(_ => SendFromAsync(waiting, unsendable, tally, cancellationToken));
        try
        {
            await Task.WhenAll(senders);
        }
        finally
        {
            await claims.GiveBackAsync([.. waiting, .. unsendable], CancellationToken.None);
        }

        var result = new BatchResult(
            tally.Count(t => t.Outcome == DeliveryOutcome.Accepted), tally.Count(t => t.Outcome == DeliveryOutcome.TryLater),
            tally.Count(t => t.Outcome == DeliveryOutcome.Rejected), waiting.Count + unsendable.Count, tally.Any(t => t.IsAboutUs));
        logger.LogInformation(
            "Delivery: {Accepted} accepted, {PutOff} put off, {Rejected} rejected, {Unsent} given back.",
            result.Accepted, result.PutOff, result.Rejected, result.Unsent);
        return result;
    }

    public void Dispose() => oneWriter.Dispose();

    /// <summary>One sender, one connection, one e-mail after the other; the next only when what came of the last is on the disk.</summary>
    private async Task SendFromAsync(
        ConcurrentQueue<ClaimedMail> waiting,
        ConcurrentQueue<ClaimedMail> unsendable,
        ConcurrentBag<(DeliveryOutcome Outcome, bool IsAboutUs)> tally,
        CancellationToken cancellationToken)
    {
        // A run of errors that are ours would only use up the tries of letters that nothing is wrong with.
        while (!cancellationToken.IsCancellationRequested && !tally.Any(t => t.IsAboutUs)
            && HasTime(waiting) && waiting.TryDequeue(out var mail))
        {
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
            await oneWriter.WaitAsync(CancellationToken.None);
            try
            {
                var outcome = await record.WriteAsync(mail, startedAt, reply);
                tally.Add((outcome, reply.IsAboutUs));
            }
            finally
            {
                oneWriter.Release();
            }

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

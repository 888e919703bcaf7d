using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>
/// <c>POST /hooks/mail</c>: the mail server hands over a message that came back, byte for byte. Answers 202 only when all that follows from it
/// is on the disk; whatever it answers else, the mail server keeps the message or tells its sender, and nothing is lost.
/// </summary>
internal sealed class MailHook : IDisposable
{
    private const string Address = "/hooks/mail";
    private const int GuessesPerMinute = 30;
    private const int AtOnce = 4;
    private const int Queued = 64;
    private const int Room = 64 * 1024;

    private static readonly string[] Types = ["message/rfc822", "message/global", "application/octet-stream"];

    private readonly RequestDelegate next;
    private readonly ReturnDesk desk;
    private readonly IOptions<MailOptions> options;
    private readonly ILogger<MailHook> logger;

    // So many messages are in memory together and no more.
    private readonly ConcurrencyLimiter places = new(new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Queued });
    private readonly PartitionedRateLimiter<HttpContext> guesses;
    private readonly FixedWindowRateLimiter pace;

    public MailHook(RequestDelegate next, ReturnDesk desk, IOptions<MailOptions> options, IOptions<RequestLimitOptions> limits, ILogger<MailHook> logger)
    {
        (this.next, this.desk, this.options, this.logger) = (next, desk, options, logger);
        guesses = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
            RequestLimits.Prefix(context.Connection.RemoteIpAddress), _ => PerMinute(GuessesPerMinute)));
        pace = new FixedWindowRateLimiter(PerMinute(limits.Value.ReturnedMailsPerMinute));
    }

    public Task InvokeAsync(HttpContext context) =>
        context.Request.Path.Equals(Address, StringComparison.OrdinalIgnoreCase) && options.Value.HookToken.Length > 0 ? TakeAsync(context) : next(context);

    public void Dispose()
    {
        places.Dispose();
        guesses.Dispose();
        pace.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        var (status, words) = await AnswerAsync(context);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        switch (status)
        {
            case StatusCodes.Status401Unauthorized:
                response.Headers.WWWAuthenticate = "Bearer";
                break;
            case StatusCodes.Status405MethodNotAllowed:
                response.Headers.Allow = HttpMethods.Post;
                break;
            case StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable:
                response.Headers.RetryAfter = "60";
                break;
        }

        await response.WriteAsync(words + "\n", context.RequestAborted);
    }

    private async Task<(int Status, string Words)> AnswerAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            return (StatusCodes.Status405MethodNotAllowed, "Messages are posted here.");
        }

        if (!IsKnown(context.Request))
        {
            using var guess = guesses.AttemptAcquire(context);
            return guess.IsAcquired
                ? (StatusCodes.Status401Unauthorized, "The token is missing or wrong.")
                : (StatusCodes.Status429TooManyRequests, "Too many wrong tokens.");
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !Types.Contains(type.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        {
            return (StatusCodes.Status415UnsupportedMediaType, "Send the message itself, as message/rfc822.");
        }

        if (context.Request.ContentLength > options.Value.LargestReturn)
        {
            return TooLarge();
        }

        using var turn = pace.AttemptAcquire();
        if (!turn.IsAcquired)
        {
            return (StatusCodes.Status429TooManyRequests, "Too many messages at once. Try again later.");
        }

        using var place = await places.AcquireAsync(1, context.RequestAborted);
        return place.IsAcquired ? await ReadAsync(context) : (StatusCodes.Status503ServiceUnavailable, "Too busy. Try again later.");
    }

    private async Task<(int Status, string Words)> ReadAsync(HttpContext context)
    {
        try
        {
            if (await BodyAsync(context) is not { } message)
            {
                return TooLarge();
            }

            if (message.Length == 0)
            {
                return (StatusCodes.Status400BadRequest, "There is no message in it.");
            }

            var outcome = await desk.TakeAsync(message, context.Request.Headers["Envelope-To"].ToString(), context.RequestAborted);
            return outcome == ReturnOutcome.TooEarly
                ? (StatusCodes.Status503ServiceUnavailable, "Its letter is being sent at this moment. Try again later.")
                : (StatusCodes.Status202Accepted, outcome.ToString());
        }
        catch (Exception error) when (error is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // Whatever it is, the mail server keeps the message and brings it again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            // The type only: messages of exceptions can hold addresses.
            logger.LogError("A returned message could not be taken: {ErrorType}.", error.GetBaseException().GetType().FullName);
            return (StatusCodes.Status503ServiceUnavailable, "It could not be written down. Try again later.");
        }
    }

    /// <returns>Null where it is too large; nothing is kept of that.</returns>
    private async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext context)
    {
        var most = options.Value.LargestReturn;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // We count ourselves and answer in words; past this the server hangs up on who goes on.
            limit.MaxRequestBodySize = most + Room;
        }

        using var body = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 0, most));
        var buffer = new byte[16 * 1024];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var count)
        {
            if (body.Length + count > most)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private (int Status, string Words) TooLarge() => (
        StatusCodes.Status413PayloadTooLarge, string.Create(CultureInfo.InvariantCulture, $"A message may have {options.Value.LargestReturnKilobytes} KB."));

    // Fingerprints of equal length, so that the time it takes tells nothing.
    private bool IsKnown(HttpRequest request)
    {
        const string scheme = "Bearer ";
        var sent = request.Headers.Authorization.ToString();
        return sent.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(sent[scheme.Length..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.HookToken)));
    }

    private static FixedWindowRateLimiterOptions PerMinute(int permits) => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) };
}

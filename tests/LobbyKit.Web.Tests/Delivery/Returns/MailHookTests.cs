using System.Net;
using System.Net.Sockets;
using System.Text;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>Who may hand over a message, and that a hostile one does no harm.</summary>
public sealed class MailHookTests(HookDesk desk) : IClassFixture<HookDesk>
{
    [Theory]
    [InlineData(null, "message/rfc822", HttpStatusCode.Unauthorized)]
    [InlineData("", "message/rfc822", HttpStatusCode.Unauthorized)]
    [InlineData("0123456789abcdef0123456789abcdeF", "message/rfc822", HttpStatusCode.Unauthorized)]
    [InlineData("0123456789abcdef0123456789abcdef0", "message/rfc822", HttpStatusCode.Unauthorized)]
    [InlineData(HookDesk.Token, "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(HookDesk.Token, "", HttpStatusCode.UnsupportedMediaType)]
    [InlineData(HookDesk.Token, "application/octet-stream", HttpStatusCode.Accepted)]
    public async Task Only_the_mail_server_may(string? token, string type, HttpStatusCode expected)
    {
        var letter = await desk.AddLetterAsync();
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(HookDesk.Sample("report-no-such-user", letter)));

        var (status, answer) = await desk.PostAsync(body, token, type);

        Assert.Equal(expected, status);
        Assert.DoesNotContain('<', answer);
        Assert.Equal(expected == HttpStatusCode.Accepted ? LetterState.Bounced : LetterState.Accepted, (await desk.ReadAsync(letter)).State);
    }

    [Fact]
    public async Task It_is_for_posting_and_for_something()
    {
        using var client = desk.Application.NewClient();
        using var get = await client.GetAsync("/hooks/mail");
        using var empty = new ByteArrayContent([]);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (get.StatusCode, get.Content.Headers.Allow.Single()));
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostAsync(empty)).Status);
    }

    [Fact]
    public async Task Without_a_token_in_the_settings_it_is_not_there()
    {
        await using var application = new TestApplication();
        using var client = application.NewClient();
        using var body = new ByteArrayContent([1]);
        using var answer = await client.PostAsync("/hooks/mail", body);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Who_guesses_is_slowed_down_and_who_knows_is_not()
    {
        await using var application = new HookDesk().Application;
        using var client = application.NewClient();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
        {
            using var body = new ByteArrayContent([1]);
            using var answer = await client.PostAsync("/hooks/mail", body);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(30, answers.Count(a => a == HttpStatusCode.Unauthorized));
        Assert.Equal(10, answers.Count(a => a == HttpStatusCode.TooManyRequests));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/mail") { Content = new StringContent("Subject: x\n\n", Encoding.ASCII, "message/rfc822") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {HookDesk.Token}");
        using var known = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, known.StatusCode);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_before_it_is_read()
    {
        // Fifty megabytes are announced, and none is sent.
        using var client = new TcpClient();
        var address = new Uri(desk.Application.Address);
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /hooks/mail HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {HookDesk.Token}\r\nContent-Type: message/rfc822\r\nContent-Length: 52428800\r\n\r\n"));
        var buffer = new byte[1024];
        var read = await stream.ReadAsync(buffer);

        Assert.StartsWith("HTTP/1.1 413", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_grows_too_large_is_let_go_at_the_limit()
    {
        var source = new EndlessStream();
        using var body = new StreamContent(source, 16 * 1024);
        try
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await desk.PostAsync(body)).Status);
        }
        catch (HttpRequestException)
        {
            // The server hung up while we were still talking: as good an answer.
        }

        // Our own buffers and those on the way hold some; fifty megabytes were never asked for.
        Assert.InRange(source.Given, 2 * 1024 * 1024, 20 * 1024 * 1024);
    }

    public static TheoryData<string> Forgeries => ["report-no-such-user", "report-headers-only", "qmail", "exim", "exchange", "large-provider", "auto-submitted"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_bounce_without_the_signed_address_changes_nothing(string file)
    {
        var letter = await desk.AddLetterAsync();
        var guess = $"letters+{letter.OutboxId}-lake-fern-moon-coat-hill-iron@campaign.example";

        Assert.Equal("Unmatched", (await desk.PostAsync(HookDesk.Sample(file, letter with { ReturnPath = guess, MessageId = "made-up@campaign.example" }))).Answer);
        // Whoever has seen the letter's Message-ID somewhere has not its return address.
        if (file != "auto-submitted")
        {
            Assert.Equal("Unmatched", (await desk.PostAsync(HookDesk.Sample(file, letter with { ReturnPath = "letters@campaign.example" }))).Answer);
        }

        await AssertUntouchedAsync(letter);
    }

    [Fact]
    public async Task A_signed_address_does_not_speak_for_somebody_elses_letter()
    {
        var (own, other) = (await desk.AddLetterAsync(), await desk.AddLetterAsync());

        Assert.Equal("Unmatched", (await desk.PostAsync(HookDesk.Sample("report-no-such-user", own with { MessageId = other.MessageId }))).Answer);
        Assert.Equal("Unmatched", (await desk.PostAsync(HookDesk.Sample("reply-to-return-address", own)
            .Replace("Subject:", $"In-Reply-To: <{other.MessageId}>\nSubject:", StringComparison.Ordinal))).Answer);
        Assert.Equal("Unmatched", (await desk.PostAsync(HookDesk.Sample("reply-to-return-address", own)
            .Replace("To: ", $"To: {other.ReturnPath}, ", StringComparison.Ordinal))).Answer);
        await AssertUntouchedAsync(own);
        await AssertUntouchedAsync(other);
    }

    [Fact]
    public async Task The_envelopes_recipient_is_believed_like_any_other_place_where_the_signed_address_stands()
    {
        var letter = await desk.AddLetterAsync();
        var message = HookDesk.Sample("report-no-such-user", letter with { ReturnPath = "undisclosed@campaign.example" });

        Assert.Equal("Bounced", (await desk.PostAsync(message, envelopeTo: letter.ReturnPath)).Answer);
    }

    public static TheoryData<string> Hostile =>
    [
        "endless header", "many headers", "many parts", "deep parts", "a part of itself", "no boundary", "NUL bytes", "wrong base64", "many recipients", "many reports",
        "utf-7", "no such charset", "open quotes", "semicolons", "encoded words", "half an HTML tag", "noise", "blanks", "many References",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_malformed_message_is_answered_and_the_next_one_is_taken(string kind)
    {
        var letter = await desk.AddLetterAsync();
        var message = HostileMessage.Of(kind);
        using var body = new ByteArrayContent(message);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = ReturnReader.Read(message, "", "letters@campaign.example");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((HttpStatusCode.Accepted, "Unmatched"), await desk.PostAsync(body));
        Assert.Equal("Bounced", (await desk.PostAsync(HookDesk.Sample("report-no-such-user", letter))).Answer);
        // In proportion to its size, whatever is in it.
        Assert.InRange(allocated, 1, 64 * 1024 * 1024);
        Assert.InRange(read.Text.Length, 0, 128 * 1024);
        Assert.InRange(read.Recipients.Count + read.About.Count, 0, 100);
    }

    [Fact]
    public async Task Of_what_is_not_ours_only_the_number_is_kept()
    {
        var before = await CountAsync(ReturnOutcome.Unmatched);
        var word = $"Zq{Guid.NewGuid():N}";

        await desk.PostAsync($"From: {word}@home.example\r\nTo: letters@campaign.example\r\nSubject: {word}\r\n\r\n{word}\r\n");

        Assert.Equal(before + 1, await CountAsync(ReturnOutcome.Unmatched));
        Assert.DoesNotContain(desk.Application.LogLines, l => l.Contains(word, StringComparison.Ordinal));
        Assert.DoesNotContain(word, Encoding.Latin1.GetString(await ReadSharedAsync(desk.Application.DatabaseFile)), StringComparison.Ordinal);
        Assert.DoesNotContain(word, Encoding.Latin1.GetString(await ReadSharedAsync(desk.Application.DatabaseFile + "-wal")), StringComparison.Ordinal);
    }

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private Task<int> CountAsync(ReturnOutcome outcome) =>
        desk.Application.WithDatabaseAsync(db => db.ReturnCounts.Where(c => c.Outcome == outcome).SumAsync(c => c.Messages));

    private async Task AssertUntouchedAsync(SentLetter letter)
    {
        Assert.Equal(LetterState.Accepted, (await desk.ReadAsync(letter)).State);
        Assert.Empty(await desk.NoticesAsync(letter));
        Assert.False(await desk.Application.WithDatabaseAsync(db => db.AddressFailures.AnyAsync(f => f.LetterId == letter.Id)));
    }
}

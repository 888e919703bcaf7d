using System.Text;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Web.Tests.Delivery;

public sealed class OutboxTests
{
    [Fact]
    public async Task Adds_to_the_callers_context_and_does_not_save()
    {
        await using var host = await DeliveryHost.CreateAsync();
        await using (var db = host.NewContext())
        {
            var letter = host.NewLetter(LetterState.Queued);
            db.Letters.Add(letter);
            host.Outbox.Add(db, MailKind.Letter, host.NewMail(), host.Campaign.Id, letter, host.Contact.Id, host.Clock.UtcNow);

            await using var other = host.NewContext();
            Assert.False(await other.Outbox.AnyAsync());

            await db.SaveChangesAsync();
            var row = await other.Outbox.SingleAsync();
            Assert.Equal((letter.Id, OutboxState.Waiting), (row.LetterId, row.State));
        }
    }

    [Fact]
    public async Task Is_there_with_its_letter_or_not_at_all()
    {
        await using var host = await DeliveryHost.CreateAsync();
        await using (var db = host.NewContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var letter = host.NewLetter(LetterState.Queued);
            db.Letters.Add(letter);
            host.Outbox.Add(db, MailKind.Letter, host.NewMail(), host.Campaign.Id, letter, host.Contact.Id, host.Clock.UtcNow);
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        }

        await using var after = host.NewContext();
        Assert.False(await after.Letters.AnyAsync() || await after.Outbox.AnyAsync());
    }

    [Fact]
    public async Task Makes_header_fields_safe_and_refuses_what_is_no_address()
    {
        await using var host = await DeliveryHost.CreateAsync();

        var row = await host.QueueLetterAsync(m => m with { Subject = "a\r\nBcc: b@c.example", FromName = "x\n<y@z.example>" });

        var mail = host.Services.GetRequiredService<SealedJson>().Open<OutgoingMail>((await host.ReadAsync(row)).Sealed!.Content);
        Assert.Equal(("a Bcc: b@c.example", "x y z.example"), (mail.Subject, mail.FromName));
        var error = await Assert.ThrowsAsync<ArgumentException>(() => host.QueueLetterAsync(m => m with { ReplyToAddress = "secret\n@x.example" }));
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_tells_who_wrote_is_readable_on_the_disk()
    {
        await using var host = await DeliveryHost.CreateAsync();
        const string name = "Zebedee Quillfeather";
        const string address = "zebedee.quillfeather@supporter.example";
        const string words = "My own paragraph about the harbour master";
        await using (var server = new TestSmtpServer())
        {
            await host.QueueLetterAsync(m => m with
            {
                FromName = MailAddresses.NameVia(name, "Open Letters"),
                ReplyToName = name,
                ReplyToAddress = address,
                Subject = words,
                Body = words,
            });
            await host.QueueConfirmationAsync();
            // A refused try: the server repeats the address in its reply.
            await host.Batch.RunAsync(CancellationToken.None);
        }

        var files = Directory.GetFiles(Path.GetDirectoryName(DeliveryHost.DatabaseIn(host.Folder))!);
        Assert.Contains(files, f => f.EndsWith(".db", StringComparison.Ordinal));
        foreach (var file in files)
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync();
            foreach (var secret in new[] { name, "Quillfeather", address, words, "harbour", "supporter.example", "supporter@home.example" })
            {
                Assert.DoesNotContain(secret, bytes, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(secret)), bytes, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..^4], bytes, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain(host.Log.Lines, l => l.Contains("supporter", StringComparison.OrdinalIgnoreCase) || l.Contains("Quillfeather", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Takes_out_what_is_still_waiting()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();

        await using (var db = host.NewContext())
        {
            Assert.True(await host.Outbox.TryCancelAsync(db, row.LetterId!.Value, CancellationToken.None));
        }

        var after = await host.ReadAsync(row);
        Assert.Equal((OutboxState.Cancelled, null, host.Clock.UtcNow), (after.State, after.Sealed, after.FinishedAt));
        await host.Batch.RunAsync(CancellationToken.None);
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Says_when_it_is_too_late()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();
        var cancelled = true;
        server.Script = (step, _) =>
        {
            if (step == "MAIL")
            {
                using var db = host.NewContext();
                cancelled = host.Outbox.TryCancelAsync(db, row.LetterId!.Value, CancellationToken.None).GetAwaiter().GetResult();
            }

            return null;
        };

        await host.Batch.RunAsync(CancellationToken.None);

        Assert.False(cancelled);
        Assert.Equal(OutboxState.Accepted, (await host.ReadAsync(row)).State);
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task Message_ids_are_the_campaigns_and_never_the_same()
    {
        await using var host = await DeliveryHost.CreateAsync();
        var addresses = host.Services.GetRequiredService<MailAddresses>();

        var ids = Enumerable.Range(0, 100).Select(_ => addresses.NewMessageId()).ToList();

        Assert.Equal(100, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches(@"\A[0-9a-f]{32}@campaign\.example\z", id));
    }
}

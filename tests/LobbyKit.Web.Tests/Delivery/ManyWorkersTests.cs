using LobbyKit.DeliveryWorker;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>Any number of workers in several processes on one database: no letter twice, none left.</summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ManyWorkersTests
{
    public const string Name = "Many workers";

    private const int Letters = 20_000;
    private const int Workers = 4;
    private const int Connections = 12;
    private const int MostKills = 15;

    [Fact]
    public async Task Four_processes_one_of_them_killed_every_second_deliver_twenty_thousand_letters()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        await FillAsync(host);
        var settings = DeliveryHost.Settings(host.Folder, server.Port);
        settings["LobbyKit:Mail:Connections"] = $"{Connections}";
        // The lease is three times this: what a dead worker held is to come back within the test.
        settings["LobbyKit:Mail:TimeoutSeconds"] = "5";
        var workers = Enumerable.Range(0, Workers).Select(_ => WorkerProcess.Start(host, CrashPoint.Never, settings)).ToList();
        var kills = 0;
        try
        {
            var deadline = DateTime.UtcNow.AddMinutes(8);
            while (await WaitingAsync(host) > 0)
            {
                Assert.True(DateTime.UtcNow < deadline, "Eight minutes were not enough.");
                await Task.Delay(TimeSpan.FromSeconds(1));
                // The last stretch is theirs, so that there is an end. Where the machine is slow to start processes, there are fewer to kill.
                var victim = workers.FindIndex(w => w.IsAtWork);
                if (victim >= 0 && kills < MostKills && server.Mails.Count < Letters * 9 / 10)
                {
                    kills++;
                    workers[victim].Kill();
                    await workers[victim].WaitAsync();
                    workers[victim].Dispose();
                    workers.RemoveAt(victim);
                    workers.Add(WorkerProcess.Start(host, CrashPoint.Never, settings));
                }
            }
        }
        finally
        {
            workers.ForEach(w => w.Dispose());
        }

        var arrived = server.Mails.GroupBy(m => m.MessageId).ToDictionary(g => g.Key, g => g.Count());
        Assert.True(kills >= 5, $"Only {kills} were killed.");
        Assert.Equal(Letters, arrived.Count);
        // Accepted, and the process died before it could write that down: one an open connection, no more.
        Assert.InRange(arrived.Values.Sum(n => n - 1), 0, kills * Connections);
        await using var db = host.NewContext();
        Assert.Equal(Letters, await db.Letters.CountAsync(l => l.State == LetterState.Accepted));
        Assert.Equal(Letters, await db.DeliveryAttempts.CountAsync(a => a.Outcome == DeliveryOutcome.Accepted));
    }

    private static async Task FillAsync(DeliveryHost host)
    {
        foreach (var chunk in Enumerable.Range(0, Letters).Chunk(1_000))
        {
            await using LobbyKitDbContext db = host.NewContext();
            foreach (var _ in chunk)
            {
                var letter = host.NewLetter(LetterState.Queued);
                db.Letters.Add(letter);
                host.Outbox.Add(db, MailKind.Letter, host.NewMail(), host.Campaign.Id, letter, letter.ContactId, DateTime.UtcNow);
            }

            await db.SaveChangesAsync();
        }
    }

    private static async Task<int> WaitingAsync(DeliveryHost host)
    {
        await using var db = host.NewContext();
        return await db.Outbox.CountAsync(m => m.State == OutboxState.Waiting);
    }
}

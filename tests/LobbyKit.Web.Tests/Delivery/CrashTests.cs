using LobbyKit.DeliveryWorker;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>A worker that is killed between any two steps loses nothing, and repeats at most what was accepted and not written down.</summary>
public sealed class CrashTests
{
    private const int Letters = 5;
    private const int Connections = 2;

    [Theory]
    [InlineData(CrashPoint.Claiming, Connections, 0)]
    [InlineData(CrashPoint.Claimed, Connections, 0)]
    [InlineData(CrashPoint.Accepted, Connections, Connections)]
    [InlineData(CrashPoint.Recording, Connections, Connections)]
    [InlineData(CrashPoint.Recorded, Connections, Connections - 1)]
    [InlineData(CrashPoint.Recorded, 1, 0)]
    [InlineData(CrashPoint.Settling, Connections, 0)]
    public async Task Nothing_is_lost_wherever_the_worker_dies(CrashPoint point, int connections, int mostRepeated)
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var queued = await QueueAsync(host);
        using (var worker = WorkerProcess.Start(host, point, Settings(host, server, connections)))
        {
            Assert.True(await worker.WaitAsync(), "It did not die.");
        }

        Assert.Equal(point is CrashPoint.Claiming or CrashPoint.Claimed, server.Mails.IsEmpty);
        await FinishAsync(host, server, queued, mostRepeated);
    }

    [Theory]
    [InlineData("MAIL", 0)]
    [InlineData("RCPT", 0)]
    [InlineData("DATA", 0)]
    [InlineData("LINE", 0)]
    [InlineData("END", Connections)]
    public async Task Nothing_is_lost_wherever_in_the_conversation_the_worker_dies(string step, int mostRepeated)
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var queued = await QueueAsync(host);
        using (var worker = WorkerProcess.Start(host, CrashPoint.Never, Settings(host, server)))
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            server.Script = (s, _) =>
            {
                if (s != step)
                {
                    return null;
                }

                // It goes no further than this.
                reached.TrySetResult();
                return TestSmtpServer.Silence;
            };
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
            worker.Kill();
            Assert.True(await worker.WaitAsync());
        }

        server.Script = null;
        await FinishAsync(host, server, queued, mostRepeated);
    }

    private static async Task<List<string>> QueueAsync(DeliveryHost host)
    {
        var queued = new List<string>();
        for (var i = 0; i < Letters; i++)
        {
            queued.Add((await host.QueueLetterAsync()).MessageId);
        }

        return queued;
    }

    private static async Task FinishAsync(DeliveryHost host, TestSmtpServer server, List<string> queued, int mostRepeated)
    {
        // Time goes by: the dead worker's claims run out.
        var past = DateTime.UtcNow.AddMinutes(-1);
        await using var db = host.NewContext();
        await db.Outbox.Where(m => m.ClaimedUntil != null).ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedUntil, past));
        using (var worker = WorkerProcess.Start(host, CrashPoint.Never, Settings(host, server)))
        {
            Assert.False(await worker.WaitAsync(), "It died.");
        }

        var arrived = server.Mails.GroupBy(m => m.MessageId).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(queued.Order(), arrived.Keys.Order());
        Assert.InRange(arrived.Values.Sum(n => n - 1), 0, mostRepeated);
        Assert.Equal(Letters, await db.Letters.CountAsync(l => l.State == LetterState.Accepted));
        Assert.Equal(Letters, await db.Outbox.CountAsync(m => m.State == OutboxState.Accepted && m.ClaimId == null && m.Sealed == null));
    }

    private static Dictionary<string, string?> Settings(DeliveryHost host, TestSmtpServer server, int connections = Connections)
    {
        var settings = DeliveryHost.Settings(host.Folder, server.Port);
        settings["LobbyKit:Mail:Connections"] = $"{connections}";
        return settings;
    }
}

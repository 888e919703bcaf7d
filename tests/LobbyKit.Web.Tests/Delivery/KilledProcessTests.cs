using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>The promise of this application: kill it at any moment, start it again, and every confirmed letter arrives.</summary>
public sealed class KilledProcessTests
{
    private const int Letters = 200;
    private const int Kills = 6;
    private const int Connections = 2;

    [Fact]
    public async Task Every_letter_arrives_though_the_process_is_killed_again_and_again()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var queued = new List<string>();
        for (var i = 0; i < Letters; i++)
        {
            queued.Add((await host.QueueLetterAsync()).MessageId);
        }

        // Killed in the middle of conversations, at every step of one, and in between.
        string[] steps = ["END", "LINE", "MAIL", "END", "EHLO", "DATA"];
        var kills = 0;
        while (await WaitingAsync(host) > 0)
        {
            using var application = ApplicationProcess.Start("Production", host.Folder, Settings(host, server));
            if (kills < Kills)
            {
                var moment = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var countdown = 3 + (7 * kills % 11);
                server.Script = (step, _) =>
                {
                    if (step == steps[kills % steps.Length] && (step == "EHLO" || Interlocked.Decrement(ref countdown) <= 0))
                    {
                        moment.TrySetResult();
                    }

                    return null;
                };
                await UntilAsync(host, () => Task.FromResult(moment.Task.IsCompleted));
                await application.KillAsync();
                kills++;
            }
            else
            {
                server.Script = null;
                await UntilAsync(host, async () => await WaitingAsync(host) == 0);
            }
        }

        var arrived = server.Mails.GroupBy(m => m.MessageId).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Kills, kills);
        Assert.Empty(queued.Except(arrived.Keys));
        Assert.Empty(arrived.Keys.Except(queued));
        // A message that was handed over when the process died comes again: one a connection, no more.
        Assert.InRange(arrived.Values.Sum(n => n - 1), 0, Kills * Connections);
        await using var db = host.NewContext();
        Assert.Equal(Letters, await db.Letters.CountAsync(l => l.State == LetterState.Accepted));
        Assert.Equal(Letters, await db.Outbox.CountAsync(m => m.State == OutboxState.Accepted && m.SealedMail == null));
    }

    /// <summary>
    /// On a busy machine two seconds can pass over one e-mail, which is then put off, rightly. The test does not wait for the schedule: what
    /// was put off is made due again.
    /// </summary>
    private static async Task UntilAsync(DeliveryHost host, Func<Task<bool>> reached)
    {
        var deadline = DateTime.UtcNow.AddMinutes(2);
        while (!await reached())
        {
            Assert.True(DateTime.UtcNow < deadline, "Two minutes went by without it.");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            var now = DateTime.UtcNow;
            await using var db = host.NewContext();
            await db.Outbox.Where(m => m.State == OutboxState.Waiting && m.ClaimId == null && m.DueAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, now));
        }
    }

    private static async Task<int> WaitingAsync(DeliveryHost host)
    {
        await using var db = host.NewContext();
        return await db.Outbox.CountAsync(m => m.State == OutboxState.Waiting);
    }

    private static Dictionary<string, string?> Settings(DeliveryHost host, TestSmtpServer server)
    {
        var settings = DeliveryHost.Settings(host.Folder, server.Port);
        settings["LobbyKit:Mail:Connections"] = $"{Connections}";
        // The lease is three times this, so that the test need not wait for minutes after each kill.
        settings["LobbyKit:Mail:TimeoutSeconds"] = "2";
        return settings;
    }
}

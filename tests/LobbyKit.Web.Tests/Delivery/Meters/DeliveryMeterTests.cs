using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Delivery.Meters;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Web.Tests.Delivery.Meters;

/// <summary>What the instruments say is what happened, and nothing of whom.</summary>
public sealed class DeliveryMeterTests
{
    [Fact]
    public async Task The_instruments_tell_what_was_delivered_and_what_waits()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        using var seen = new Listener(host.Services.GetRequiredService<IMeterFactory>());
        var refused = await host.QueueLetterAsync(m => m with { Subject = "refuse" });
        var putOff = await host.QueueLetterAsync(m => m with { Subject = "later" });
        await host.QueueLetterAsync();
        await host.QueueConfirmationAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(40));
        server.Script = (step, source) => step != "END" ? null
            : source.Contains("Subject: refuse", StringComparison.Ordinal) ? "550 5.7.1 no"
            : source.Contains("Subject: later", StringComparison.Ordinal) ? "452 4.2.2 full" : null;

        await host.Batch.RunAsync(CancellationToken.None);

        Assert.Equal(
            ["confirmation accepted taken", "letter accepted taken", "letter rejected policy", "letter try_later mailbox_full"],
            seen.Of("lobbykit.delivery.outcomes").Select(m => $"{m.Tags["kind"]} {m.Tags["outcome"]} {m.Tags["reason"]}").Order(StringComparer.Ordinal));
        Assert.All(seen.Of("lobbykit.delivery.outcomes"), m => Assert.Equal(1, m.Value));
        Assert.Equal(4, seen.Of("lobbykit.delivery.attempt.duration").Count);
        Assert.Equal(40, Assert.Single(seen.Of("lobbykit.delivery.letter.wait")).Value);

        // Nothing is asked of the database when somebody looks, so that nothing is shown before it was counted.
        seen.Look();
        Assert.Empty(seen.Of("lobbykit.delivery.queue.depth"));
        await using (var db = host.NewContext())
        {
            db.DeliveryPauses.Add(new DeliveryPause { Kind = LaneKind.Domain, Which = "government.example", Since = host.Clock.UtcNow, By = "ada@desk.example" });
            db.DeliveryLanes.Add(new DeliveryLane { Kind = LaneKind.Contact, Key = "4711", StoppedAt = host.Clock.UtcNow });
            await db.SaveChangesAsync();
        }

        await host.QueueLetterAsync();
        await host.Services.GetRequiredService<DeliveryGauges>().RefreshAsync(CancellationToken.None);
        await host.QueueLetterAsync();
        seen.Look();

        Assert.Equal(
            ["account due 0", "account put_off 0", "any held 0", "confirmation due 0", "confirmation put_off 0", "letter due 1", "letter put_off 1", "notice due 0", "notice put_off 0", "test due 0", "test put_off 0"],
            seen.Of("lobbykit.delivery.queue.depth").Select(m => $"{m.Tags["kind"]} {m.Tags["state"]} {m.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(40, seen.Of("lobbykit.delivery.queue.oldest_age").Single(m => m.Tags["kind"] == "letter").Value);
        Assert.Equal(1, seen.Of("lobbykit.delivery.lanes.stopped").Single(m => m.Tags["lane"] == "contact").Value);
        Assert.Equal(1, seen.Of("lobbykit.delivery.paused").Single(m => m.Tags["lane"] == "domain").Value);
        Assert.Equal(0, seen.Of("lobbykit.delivery.paused").Single(m => m.Tags["lane"] == "relay").Value);
        Assert.DoesNotContain(seen.All.SelectMany(m => m.Tags.Values), t => t.Contains("example", StringComparison.Ordinal) || t.Any(char.IsDigit));
        Assert.NotEqual(refused.Id, putOff.Id);
    }

    private sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, string> Tags);

    private sealed class Listener : IDisposable
    {
        private readonly MeterListener listener = new();
        private readonly ConcurrentQueue<Measured> measured = [];

        // Other tests have meters of the same name at the same time.
        public Listener(IMeterFactory factory)
        {
            listener.InstrumentPublished = (instrument, me) =>
            {
                if (instrument.Meter.Name == DeliveryMeter.Name && instrument.Meter.Scope == factory)
                {
                    me.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            listener.Start();
        }

        public IReadOnlyCollection<Measured> All => measured;

        public IReadOnlyList<Measured> Of(string instrument) => [.. measured.Where(m => m.Instrument == instrument)];

        public void Look() => listener.RecordObservableInstruments();

        public void Dispose() => listener.Dispose();

        private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            measured.Enqueue(new Measured(instrument.Name, value, tags.ToArray().ToDictionary(t => t.Key, t => $"{t.Value}")));
    }
}

using System.Diagnostics.Metrics;
using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Delivery.Meters;

/// <summary>
/// Delivery's instruments. Tags say of what kind, never of whom: no addresses, no contacts, no campaigns. What is counted and timed is of
/// this node; the queue is everybody's, and every node with a worker tells the same of it.
/// </summary>
public sealed class DeliveryMeter : IDisposable
{
    public const string Name = "LobbyKit.Delivery";

    private static readonly double[] Waits = [1, 10, 60, 300, 900, 3600, 10_800, 21_600, 43_200, 86_400, 172_800, 432_000];

    private readonly Meter meter;
    private readonly Counter<long> outcomes;
    private readonly Histogram<double> duration;
    private readonly Histogram<double> wait;
    private readonly ObservableGauge<long>[] gauges;
    private volatile GaugeFigures? shown;

    public DeliveryMeter(IMeterFactory factory)
    {
        meter = factory.Create(Name);
        outcomes = meter.CreateCounter<long>("lobbykit.delivery.outcomes", "{try}", "Tries to deliver, by what came of them.");
        duration = meter.CreateHistogram(
            "lobbykit.delivery.attempt.duration", "s", "How long a try took.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120] });
        wait = meter.CreateHistogram(
            "lobbykit.delivery.letter.wait", "s", "From when a letter was due to when it was accepted: pace, stops, pauses and the way.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Waits });
        gauges =
        [
            meter.CreateObservableGauge("lobbykit.delivery.queue.depth", () => Depth(), "{email}", "E-mails in the outbox that are not done with, by kind and state."),
            meter.CreateObservableGauge("lobbykit.delivery.queue.oldest_age", () => Oldest(), "s", "How long the oldest has been in the outbox, by kind."),
            meter.CreateObservableGauge("lobbykit.delivery.lanes.stopped", () => Lanes(shown?.Stopped), "{lane}", "Lanes that a run of failures has stopped."),
            meter.CreateObservableGauge("lobbykit.delivery.paused", () => Lanes(shown?.Paused), "{lane}", "Lanes that people keep waiting; the relay's is all mail."),
        ];
    }

    /// <summary>Whether anybody looks at the gauges: if not, nobody has to count.</summary>
    internal bool IsWatched => gauges.Any(g => g.Enabled);

    /// <summary>What the gauges show from now on. Looking at them asks nothing of the database.</summary>
    internal void Show(GaugeFigures figures) => shown = figures;

    /// <param name="kind">The e-mail's.</param>
    /// <param name="outcome">What it means for the e-mail.</param>
    /// <param name="reply">The server's.</param>
    /// <param name="took">The try.</param>
    /// <param name="waited">Since it was due; null where that is not known any more.</param>
    internal void Note(MailKind kind, DeliveryOutcome outcome, DeliveryReply reply, TimeSpan took, TimeSpan? waited)
    {
        var kindTag = new KeyValuePair<string, object?>("kind", Tag(kind));
        var outcomeTag = new KeyValuePair<string, object?>("outcome", Tag(outcome));
        outcomes.Add(1, kindTag, outcomeTag, new("reason", Tag(AnswerReasons.Of(reply.Outcome, reply.Code, reply.EnhancedCode))));
        duration.Record(took.TotalSeconds, kindTag, outcomeTag);
        if (kind == MailKind.Letter && outcome == DeliveryOutcome.Accepted && waited is { } time)
        {
            wait.Record(Math.Max(0, time.TotalSeconds));
        }
    }

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<long>> Depth()
    {
        if (shown?.Depth is not { } depth)
        {
            yield break;
        }

        foreach (var kind in Enum.GetValues<MailKind>())
        {
            var counted = depth.Kinds.FirstOrDefault(k => k.Kind == kind);
            yield return new((counted?.Waiting ?? 0) - (counted?.PutOff ?? 0), new("kind", Tag(kind)), new("state", "due"));
            yield return new(counted?.PutOff ?? 0, new("kind", Tag(kind)), new("state", "put_off"));
        }

        // Of these no index knows the kind.
        yield return new(depth.Held, new("kind", "any"), new("state", "held"));
    }

    private IEnumerable<Measurement<long>> Oldest() => shown?.Depth is not { } depth ? [] : Enum.GetValues<MailKind>().Select(kind => new Measurement<long>(
        depth.Kinds.FirstOrDefault(k => k.Kind == kind) is { } counted ? (long)(depth.At - counted.OldestAt).TotalSeconds : 0, new KeyValuePair<string, object?>("kind", Tag(kind))));

    private static IEnumerable<Measurement<long>> Lanes(IReadOnlyDictionary<LaneKind, int>? counts) => counts is null ? [] : Enum.GetValues<LaneKind>()
        .Select(kind => new Measurement<long>(counts.GetValueOrDefault(kind), new KeyValuePair<string, object?>("lane", Tag(kind))));

    // NoSuchAddress → no_such_address.
    private static string Tag(Enum value) =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}

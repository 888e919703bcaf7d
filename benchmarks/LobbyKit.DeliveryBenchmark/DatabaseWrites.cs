using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LobbyKit.DeliveryBenchmark;

/// <summary>Counts what goes to the database, whoever writes it: rows written, commands, commits.</summary>
internal sealed class DatabaseWrites : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private long rows;
    private long commands;
    private long commits;

    public DatabaseWrites() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public long Rows => Interlocked.Read(ref rows);

    public long Commands => Interlocked.Read(ref commands);

    public long Commits => Interlocked.Read(ref commits);

    /// <summary>Bytes that this process has had written to a disk.</summary>
    public static long Bytes
    {
        get
        {
            const string file = "/proc/self/io";
            var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith("write_bytes:", StringComparison.Ordinal)) : null;
            return line is null ? 0 : long.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        switch (value.Value)
        {
            case CommandExecutedEventData executed:
                Interlocked.Increment(ref commands);
                if (executed.ExecuteMethod == DbCommandMethod.ExecuteNonQuery && executed.Result is int written and > 0)
                {
                    Interlocked.Add(ref rows, written);
                }

                break;
            // What is saved comes back by a reader, which knows what it has changed.
            case DataReaderDisposingEventData { RecordsAffected: > 0 } read:
                Interlocked.Add(ref rows, read.RecordsAffected);
                break;
            case TransactionEndEventData when value.Key == RelationalEventId.TransactionCommitted.Name:
                Interlocked.Increment(ref commits);
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());
}

using System.Buffers;
using System.IO.Pipelines;

namespace LobbyKit.Web.Delivery.Mailbox;

/// <summary>
/// Reads lines that end in CR LF and in nothing else: a server that also takes a lone LF for an end can be talked into
/// seeing two messages in one ("SMTP smuggling").
/// </summary>
internal sealed class SmtpLines(Stream stream, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));

    /// <summary>The line without its end; null where the other side has left; empty with <c>IsTooLong</c> where it was cut away.</summary>
    public async Task<(byte[]? Line, bool IsTooLong)> ReadAsync(int longest, CancellationToken cancellationToken)
    {
        var isTooLong = false;
        while (true)
        {
            using var silence = new CancellationTokenSource(Patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
            var read = await reader.ReadAsync(either.Token);
            if (TryTake(read.Buffer, out var line, out var rest))
            {
                isTooLong |= line.Length > longest;
                var bytes = isTooLong ? [] : line.ToArray();
                reader.AdvanceTo(rest);
                return (bytes, isTooLong);
            }

            if (read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.End);
                return (null, false);
            }

            if (read.Buffer.Length > longest + 1)
            {
                // Forget it as it comes; the last byte stays, it may be the CR.
                isTooLong = true;
                reader.AdvanceTo(read.Buffer.GetPosition(read.Buffer.Length - 1));
            }
            else
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
    }

    private static bool TryTake(ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line, out SequencePosition rest)
    {
        var sequence = new SequenceReader<byte>(buffer);
        var found = sequence.TryReadTo(out line, "\r\n"u8);
        rest = sequence.Position;
        return found;
    }
}

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>A message that goes on for fifty megabytes, if it is let.</summary>
internal sealed class EndlessStream : Stream
{
    private const long Most = 50 * 1024 * 1024;

    /// <summary>How many bytes were asked for so far.</summary>
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Given >= Most)
        {
            return 0;
        }

        buffer.AsSpan(offset, count).Fill((byte)'a');
        Given += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

namespace IpsJobs.EndToEnd.Tests.Uploads;

/// <summary>Bytes of any number that are nowhere: made when they are read.</summary>
internal sealed class MadeUpStream(long length) : Stream
{
    // No multiple of a buffer's size, so that no two buffers are alike.
    private const int Period = 251;

    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public static byte At(long position) => (byte)(position % Period);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(buffer.Length, length - position);
        for (var at = 0; at < count; at++)
            buffer[at] = At(position + at);
        position += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

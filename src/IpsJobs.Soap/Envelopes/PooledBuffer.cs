using System.Buffers;

namespace IpsJobs.Soap.Envelopes;

/// <summary>A write-only stream in pooled memory: a whole request before it is parsed, a whole reply before it is sent.</summary>
/// <remarks>Memory is wiped before it goes back to the pool, because requests carry passwords.</remarks>
internal sealed class PooledBuffer(int capacity = PooledBuffer.DefaultCapacity) : Stream
{
    private const int DefaultCapacity = 16 * 1024;

    // A pool keeps what it is given: one large request would cost its memory for good.
    private const int LargestPooled = 1024 * 1024;

    private static long _largeReleased;

    private byte[] _bytes = Rent(capacity);
    private int _count;

    /// <summary>Bytes of large memory let go so far, over all buffers; see <see cref="MemoryTrim"/>.</summary>
    public static long LargeReleased => Interlocked.Read(ref _largeReleased);

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _count;

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    /// <summary>Free space of at least one and at most <paramref name="limit"/> bytes.</summary>
    /// <remarks>What is filled becomes content with <see cref="Advance"/>.</remarks>
    public Memory<byte> GetMemory(int limit)
    {
        Reserve(1);
        return _bytes.AsMemory(_count, Math.Min(limit, _bytes.Length - _count));
    }

    public void Advance(int count) => _count += count;

    /// <summary>Reads the content; it must not be used after this buffer is disposed.</summary>
    public MemoryStream OpenRead() => new(_bytes, 0, _count, writable: false);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Reserve(buffer.Length);
        buffer.CopyTo(_bytes.AsSpan(_count));
        _count += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value) => Write([value]);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _bytes.Length > 0)
            Replace([]);
        base.Dispose(disposing);
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - _count >= more)
            return;
        var larger = Rent((int)Math.Min(Array.MaxLength, Math.Max(_bytes.Length * 2L, _count + (long)more)));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        Replace(larger);
    }

    private static byte[] Rent(int size) =>
        size <= LargestPooled ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);

    private void Replace(byte[] next)
    {
        _bytes.AsSpan(0, _count).Clear();
        if (_bytes.Length <= LargestPooled)
            ArrayPool<byte>.Shared.Return(_bytes);
        else
            Interlocked.Add(ref _largeReleased, _bytes.Length);
        _bytes = next;
        _count = Math.Min(_count, next.Length);
    }
}

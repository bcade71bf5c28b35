using IpsJobs.Soap.Envelopes;

namespace IpsJobs.Soap.Tests.Envelopes;

public sealed class PooledBufferTests
{
    [Fact]
    public void Write_KeepsEveryByte_WhileItGrows()
    {
        using var buffer = new PooledBuffer(capacity: 1);
        var expected = new List<byte>();
        for (var i = 0; i < 500; i++)
        {
            var chunk = Enumerable.Repeat((byte)i, i).ToArray();
            buffer.Write(chunk);
            buffer.WriteByte((byte)(i + 1));
            expected.AddRange([.. chunk, (byte)(i + 1)]);
        }

        buffer.Written.ToArray().Should().Equal(expected);
        buffer.OpenRead().ToArray().Should().Equal(expected);
    }

    [Fact]
    public void GetMemory_GivesNoMoreThanTheLimit()
    {
        using var buffer = new PooledBuffer();

        buffer.GetMemory(3).Length.Should().Be(3);
        buffer.GetMemory(3).Span.Fill(7);
        buffer.Advance(3);

        buffer.Written.ToArray().Should().Equal(7, 7, 7);
    }

    [Fact]
    public void Dispose_WipesTheContent()
    {
        var buffer = new PooledBuffer();
        buffer.Write([1, 2, 3]);
        var memory = buffer.Written;

        buffer.Dispose();
        buffer.Dispose();

        memory.ToArray().Should().OnlyContain(b => b == 0);
        buffer.Length.Should().Be(0);
    }
}

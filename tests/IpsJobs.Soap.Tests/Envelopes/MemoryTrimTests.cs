using IpsJobs.Core.Configuration;
using IpsJobs.Soap.Envelopes;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.Soap.Tests.Envelopes;

public sealed class MemoryTrimTests
{
    [Fact]
    public void Note_CollectsAfterThePause_WhenALargeBufferWasLetGo()
    {
        var time = new FakeTimeProvider();
        using var trim = new MemoryTrim(new ServerClock(time, TimeZoneInfo.Utc));
        UseLargeBuffer();
        var before = GC.CollectionCount(GC.MaxGeneration);

        trim.Note();
        time.Advance(MemoryTrim.Pause);

        GC.CollectionCount(GC.MaxGeneration).Should().BeGreaterThan(before);
    }

    [Fact]
    public void Dispose_CountsTheMemory_WhenABufferGrewBeyondThePool()
    {
        var before = PooledBuffer.LargeReleased;

        UseLargeBuffer();

        (PooledBuffer.LargeReleased - before).Should().BeGreaterThanOrEqualTo(MemoryTrim.Threshold);
    }

    private static void UseLargeBuffer()
    {
        using var buffer = new PooledBuffer();
        buffer.Write(new byte[(int)MemoryTrim.Threshold]);
    }
}

using IpsJobs.Handlers.Publishing;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Tests.Publishing;

public sealed class FileDeliveryTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly FileDelivery files = new(Options.Create(new PublishingOptions { Copiers = 1 }));

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Deliver_LeavesOneFile_WhenDestinationIsALinkToTheSourceAlready()
    {
        var source = directory.Write("store/a.tif", "bytes");
        var destination = directory.PathOf("target/a.tif");
        Deliver(new Delivery(source, destination));

        Deliver(new Delivery(source, destination)).Should().Equal(DeliveryOutcome.Delivered);

        Directory.GetFiles(directory.PathOf("target")).Should().Equal(destination);
    }

    [Fact]
    public void Deliver_LeavesSourceUntouched_WhenDestinationIsReplacedLater()
    {
        var first = directory.Write("store/a.css", "first");
        var second = directory.Write("store/b.css", "second");
        var destination = directory.PathOf("target/style.css");
        Deliver(new Delivery(first, destination));

        Deliver(new Delivery(second, destination)).Should().Equal(DeliveryOutcome.Delivered);

        File.ReadAllText(destination).Should().Be("second");
        File.ReadAllText(first).Should().Be("first");
    }

    [Fact]
    public void Deliver_Copies_WhenSourceLiesOnAnotherFileSystem()
    {
        using var other = new MemoryFile("bytes");
        var destination = directory.PathOf("target/a.tif");

        Deliver(new Delivery(other.FullPath, destination)).Should().Equal(DeliveryOutcome.Delivered);

        File.ReadAllText(destination).Should().Be("bytes");
        File.WriteAllText(other.FullPath, "changed");
        File.ReadAllText(destination).Should().Be("bytes", "a copy has bytes of its own");
        Directory.GetFiles(directory.PathOf("target")).Should().Equal(destination);
    }

    // A name of 255 bytes is legal for an asset's file, and leaves no room for an ending.
    [Theory]
    [InlineData(255)]
    [InlineData(251)]
    [InlineData(250)]
    public void Deliver_BringsAFile_WhoseNameIsAsLongAsNamesMayBe(int bytes)
    {
        var name = new string('ö', (bytes - 5) / 2) + new string('x', 1 - (bytes % 2)) + ".jpeg";
        var destination = directory.PathOf("target/" + name);
        using var other = new MemoryFile("bytes");

        Deliver(new Delivery(directory.Write("store/a", "first"), destination)).Should().Equal(DeliveryOutcome.Delivered);
        Deliver(new Delivery(other.FullPath, destination)).Should().Equal(DeliveryOutcome.Delivered);

        File.ReadAllText(destination).Should().Be("bytes");
        Directory.GetFiles(directory.PathOf("target")).Should().Equal(destination);
    }

    [Fact]
    public void Deliver_BringsAFileOnce_WhenManyAssetsShareIt()
    {
        var destination = directory.PathOf("target/shared.svg");
        var batch = Enumerable.Range(0, 64).Select(i => new Delivery(directory.Write($"store/{i}.svg", "bytes"), destination)).ToList();
        batch.Insert(0, new Delivery(directory.PathOf("store/gone.svg"), destination));

        var outcomes = new FileDelivery(Options.Create(new PublishingOptions { Copiers = 8 })).Deliver(batch, () => false).Select(r => r.Outcome);

        outcomes.Should().Equal(
            [DeliveryOutcome.Missing, DeliveryOutcome.Delivered, .. Enumerable.Repeat(DeliveryOutcome.Present, 63)]);
        Directory.GetFiles(directory.PathOf("target")).Should().Equal(destination);
    }

    [Fact]
    public void Deliver_OverwritesLeftover_WhenAnEarlierRunWasCutOff()
    {
        var source = directory.Write("store/a.tif", "bytes");
        var destination = directory.PathOf("target/a.tif");
        directory.Write("target/a.tif" + FileDelivery.TemporarySuffix, "half of a fi");

        Deliver(new Delivery(source, destination)).Should().Equal(DeliveryOutcome.Delivered);

        File.ReadAllText(destination).Should().Be("bytes");
    }

    [Fact]
    public void Deliver_TellsOutcomesApart_WhenBatchIsMixed()
    {
        var source = directory.Write("store/a.tif", "bytes");
        directory.Write("blocked", "a file where a directory is needed");

        var outcomes = Deliver(
            new Delivery(null, ""),
            new Delivery(directory.PathOf("store/none.tif"), directory.PathOf("target/none.tif")),
            new Delivery(source, directory.PathOf("blocked/a.tif")),
            new Delivery(source, directory.PathOf("target/present.tif"), IsPresent: true),
            new Delivery(source, directory.PathOf("target/a.tif")));

        outcomes.Should().Equal(
            DeliveryOutcome.Missing,
            DeliveryOutcome.Missing,
            DeliveryOutcome.Failed,
            DeliveryOutcome.Present,
            DeliveryOutcome.Delivered);
        File.Exists(directory.PathOf("target/present.tif")).Should().BeFalse("what is present is not touched");
    }

    [Fact]
    public void Deliver_BeginsNothingMore_WhenStopIsAskedForInABatch()
    {
        var source = directory.Write("store/a.tif", "bytes");
        var asked = 0;
        var batch = Enumerable.Range(0, 4).Select(i => new Delivery(source, directory.PathOf($"target/{i}.tif"))).ToList();

        var results = files.Deliver(batch, () => ++asked > 2);

        results.Count(r => r.Outcome == DeliveryOutcome.Delivered).Should().Be(2);
        results.Count(r => r.Outcome == DeliveryOutcome.NotBegun).Should().Be(2);
        Directory.GetFiles(directory.PathOf("target")).Should().HaveCount(2);
    }

    private IEnumerable<DeliveryOutcome> Deliver(params Delivery[] batch) => files.Deliver(batch, () => false).Select(r => r.Outcome);
}

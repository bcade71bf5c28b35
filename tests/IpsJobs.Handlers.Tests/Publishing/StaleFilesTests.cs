using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.Tests.Publishing;

public sealed class StaleFilesTests : IDisposable
{
    private static readonly DateTimeOffset Limit = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Find_ListsOldUnusedFilesInOrder_WhenDirectoryIsMixed()
    {
        Add("b/old.tif", Limit.AddTicks(-10_000_000));
        Add("a/old.tif", Limit.AddDays(-1));
        Add("a/used.tif", Limit.AddDays(-1));
        Add("a/exact.tif", Limit);

        var stale = StaleFiles.Find(directory.Root, new HashSet<string> { "a/used.tif" }, Limit);

        stale.Should().Equal("a/old.tif", "b/old.tif");
    }

    [Fact]
    public void Find_ListsNothing_WhenDirectoryIsMissing() =>
        StaleFiles.Find(directory.PathOf("none"), new HashSet<string>(), Limit).Should().BeEmpty();

    [Fact]
    public void Find_ListsHiddenFiles_WhenTheyAreOld()
    {
        Add(".left.tif.part", Limit.AddDays(-1));

        StaleFiles.Find(directory.Root, new HashSet<string>(), Limit).Should().Equal(".left.tif.part");
    }

    private void Add(string relative, DateTimeOffset written) =>
        File.SetLastWriteTimeUtc(directory.Write(relative, "x"), written.UtcDateTime);
}

using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.Tests.Publishing;

public sealed class SpoolTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Read_GivesItemsBackInOrder_WhenTextHoldsLineBreaks()
    {
        var path = directory.Write("list", "left by an interrupted run");
        var spool = new Spool<string[]>(path);
        await spool.AddAsync(["a\nb", "日本"]);
        await spool.AddAsync(["\""]);
        await spool.DisposeAsync();

        var items = new List<string[]>();
        await foreach (var item in SpoolReader.ReadAsync<string[]>(path, CancellationToken.None))
            items.Add(item);

        spool.Count.Should().Be(2);
        items.Should().BeEquivalentTo([["a\nb", "日本"], new[] { "\"" }], o => o.WithStrictOrdering());
    }
}

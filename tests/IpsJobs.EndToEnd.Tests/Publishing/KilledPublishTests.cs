using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Crash;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Publishing;

/// <summary>A server process that is killed in the middle of a publish, and what clients of the target see meanwhile and afterwards.</summary>
public sealed class KilledPublishTests
{
    private const int First = 5;
    private const int More = 400;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Theory]
    [MemberData(nameof(PublishKind.Names), MemberType = typeof(PublishKind))]
    public async Task Publish_LeavesTheOldCatalogInForceAndIsCompletedByTheNextStart_WhenTheServerIsKilled(string kind)
    {
        await using var world = await ServerWorld.CreateAsync();
        // Small batches, each with its commit, give the test time to hit the middle.
        world.Set("Publishing__BatchSize", "1");
        world.Set("Publishing__Copiers", "1");
        var publish = new PublishWorld(world, PublishKind.Get(kind));
        await using (var server = await world.StartReadyAsync())
        {
            await publish.UploadAsync(First);
            (await publish.PublishAsync("Old")).Outcome.Should().Be(JobOutcome.Completed);
            await publish.UploadAsync(More);
            var before = publish.Catalogs;
            var delivered = publish.Delivered.Count;

            await publish.SubmitAsync("New");
            await ServerWorld.UntilAsync("some files are delivered", Limit, () => Task.FromResult(publish.Delivered.Count >= delivered + 20));
            await server.KillAsync();

            publish.Delivered.Count.Should().BeInRange(delivered + 20, delivered + More - 1, "the kill is to hit the middle");
            publish.Find("New")!.HasEnd.Should().BeFalse();
            publish.Catalogs.Should().BeEquivalentTo(before, "what is served must not change before everything is there");
        }

        await using var next = await world.StartReadyAsync();
        var ended = await publish.EndedAsync("New");

        // Its log remarks that it was resumed; that is its one warning.
        ended.Should().Match<StoredInstance>(i => i.Outcome == JobOutcome.Warning && i.Interruptions == 1);
        ended.Counters.Should().BeEquivalentTo(new { TotalFile = First + More, FileSuccess = First + More, FileError = 0, FileWarning = 1 });
        publish.Delivered.Should().HaveCount(First + More);
        Directory.GetFiles(publish.Target, "*.part", SearchOption.AllDirectories).Should().BeEmpty();
        if (kind == "imageServingPublishJob")
            new CatalogFindings(world).List(complete: true).Should().BeEmpty();
    }
}

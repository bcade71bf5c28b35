using System.Globalization;
using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Publishing;

/// <summary>Two publishes of one type at a time.</summary>
public sealed class ConcurrentPublishTests
{
    private const int Files = 60;

    [Theory]
    [MemberData(nameof(PublishKind.Names), MemberType = typeof(PublishKind))]
    public async Task Publishes_WaitForEachOther_WhenTwoAreSubmittedAtOnce(string kind)
    {
        await using var world = await ServerWorld.CreateAsync();
        world.Set("Publishing__BatchSize", "1");
        await using var server = await world.StartReadyAsync();
        var publish = new PublishWorld(world, PublishKind.Get(kind));
        await publish.UploadAsync(Files);

        await Task.WhenAll(publish.SubmitAsync("One"), publish.SubmitAsync("Two"), publish.SubmitAsync("Three"));
        var ended = await Task.WhenAll(publish.EndedAsync("One"), publish.EndedAsync("Two"), publish.EndedAsync("Three"));

        ended.Should().OnlyContain(i => i.Outcome == JobOutcome.Completed && i.Counters.FileError == 0);
        var times = ended.Select(i => TimesOf(world, i.Id)).OrderBy(t => t.Start).ToList();
        times.Zip(times.Skip(1)).Should().OnlyContain(pair => pair.Second.Start >= pair.First.End, "one may begin only when the other has ended");
        publish.Delivered.Should().HaveCount(Files);
    }

    private static (long Start, long End) TimesOf(ServerWorld world, long instanceId) => world.Store.List(
        string.Create(CultureInfo.InvariantCulture, $"""SELECT "StartUtc", "EndUtc" FROM "Instances" WHERE "InstanceId" = {instanceId}"""),
        r => (r.GetInt64(0), r.GetInt64(1))).Single();
}

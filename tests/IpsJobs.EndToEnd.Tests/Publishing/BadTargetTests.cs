using System.Globalization;
using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Crash;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.Publishing;

/// <summary>Targets that run full or cannot be written to: the log must say what is there and what is not.</summary>
public sealed class BadTargetTests
{
    private const int Files = 30;
    private const int Size = 40_000;

    [MountTheory]
    [MemberData(nameof(PublishKind.Names), MemberType = typeof(PublishKind))]
    public async Task Publish_EndsWithErrorsAndTellsTheTruth_WhenTheTargetRunsFull(string kind)
    {
        // Some of the files find room, whatever their type: pictures and documents of metadata are smaller than the others.
        using var disk = new SmallDisk(kilobytes: kind is "serverDirectoryPublishJob" or "metadataPublishJob" ? 64 : 400);
        await using var world = await ServerWorld.CreateAsync();
        var publish = await WorldOnAsync(world, kind, disk.Folder);
        await using var server = await world.StartReadyAsync();
        await publish.UploadAsync(Files, Size);

        var full = await publish.PublishAsync("Full disk");

        full.Outcome.Should().BeOneOf(JobOutcome.Error, JobOutcome.Fatal);
        full.Counters.FileError.Should().BePositive();
        publish.Rows(full).Where(r => r.Key.EndsWith("Error", StringComparison.Ordinal) || r.Key.EndsWith("Failure", StringComparison.Ordinal))
            .Sum(r => r.Value).Should().BeGreaterThanOrEqualTo(full.Counters.FileError);
        full.Counters.FileSuccess.Should().Be(publish.Delivered.Count, "a file is published or it is not");

        disk.Resize(kilobytes: 16_000);
        var next = await publish.PublishAsync("Room again");
        // Where the catalog found no room either, its log remarks that the old one is lost.
        next.Outcome.Should().BeOneOf(JobOutcome.Completed, JobOutcome.Warning);
        next.Counters.Should().BeEquivalentTo(new { FileSuccess = Files, FileError = 0 });
        publish.Delivered.Should().HaveCount(Files);
    }

    [MountTheory]
    [MemberData(nameof(PublishKind.Names), MemberType = typeof(PublishKind))]
    public async Task Publish_EndsFatallyAndChangesNothing_WhenItsOnlyTargetIsReadOnly(string kind)
    {
        using var disk = new SmallDisk(kilobytes: 16_000);
        await using var world = await ServerWorld.CreateAsync();
        var publish = await WorldOnAsync(world, kind, disk.Folder);
        await using var server = await world.StartReadyAsync();
        await publish.UploadAsync(3);
        (await publish.PublishAsync("Old")).Outcome.Should().Be(JobOutcome.Completed);
        var before = publish.Catalogs;
        await publish.UploadAsync(3);
        disk.Protect();

        var refused = await publish.PublishAsync("Read-only");

        refused.Should().Match<StoredInstance>(i => i.Outcome == JobOutcome.Fatal && i.Counters.FatalError && i.Counters.FileSuccess == 0);
        publish.Catalogs.Should().BeEquivalentTo(before);
        publish.Delivered.Should().HaveCount(3);
        disk.Allow();
        (await publish.PublishAsync("Writable again")).Outcome.Should().Be(JobOutcome.Completed);
        publish.Delivered.Should().HaveCount(6);
    }

    [MountTheory]
    [MemberData(nameof(PublishKind.Names), MemberType = typeof(PublishKind))]
    public async Task Publish_ServesTheOtherTargetAndNamesTheBadOne_WhenOneOfTwoIsReadOnly(string kind)
    {
        using var disk = new SmallDisk(kilobytes: 64);
        disk.Protect();
        await using var world = await ServerWorld.CreateAsync();
        await AddTargetAsync(world, kind, disk.Folder);
        await using var server = await world.StartReadyAsync();
        var publish = new PublishWorld(world, PublishKind.Get(kind));
        await publish.UploadAsync(3);

        var ended = await publish.PublishAsync("Two targets");

        ended.Outcome.Should().Be(JobOutcome.Error);
        ended.Counters.Should().BeEquivalentTo(new { FileSuccess = 3, FileError = 1, FatalError = false });
        publish.Delivered.Should().HaveCount(3);
    }

    // The one target of the company is on the disk.
    private static async Task<PublishWorld> WorldOnAsync(ServerWorld world, string kind, string folder)
    {
        var old = world.Store.Count($"""
            SELECT s."ServerId" FROM "PublishServers" AS s JOIN "PublishContexts" AS c ON c."ContextId" = s."ContextId"
            WHERE c."Type" = '{PublishKind.Get(kind).ContextType}'
            """);
        await RunAsync("publish-server", "remove", old.ToString(CultureInfo.InvariantCulture), "--data", world.Data.Root);
        await AddTargetAsync(world, kind, folder);
        return new PublishWorld(world, PublishKind.Get(kind), folder);
    }

    private static Task AddTargetAsync(ServerWorld world, string kind, string folder) => RunAsync(
        "publish-server", "add", "Small disk", folder, "--company", ServerWorld.CompanyName,
        "--context", PublishKind.Get(kind).ContextType, "--data", world.Data.Root);

    private static async Task RunAsync(params string[] arguments)
    {
        var (exitCode, output) = await ServerProcess.RunAsync("", arguments);
        exitCode.Should().Be(0, output);
    }
}

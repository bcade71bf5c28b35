using IpsJobs.Core.Files;
using IpsJobs.Core.Submission;
using IpsJobs.Core.Tests.Jobs;
using IpsJobs.Testing.Jobs;

namespace IpsJobs.Core.Tests.Submission;

public sealed class UploadStagingTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("ipsjobs-staging-");
    private readonly JobWorld world = new();
    private readonly FakeUploadSessionStore store;
    private readonly UploadStaging staging;

    public UploadStagingTests()
    {
        store = new FakeUploadSessionStore(world.Store.Instances, world.Clock);
        staging = new UploadStaging(new DataFolder(root.FullName));
    }

    public void Dispose()
    {
        world.Dispose();
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task Sweep_RemovesOnlyWhatBelongsToNobody()
    {
        using var underWay = staging.Open();
        var recorded = staging.Open();
        recorded.Dispose();
        var orphan = staging.Open();
        orphan.Dispose();
        var other = Directory.CreateDirectory(Path.Combine(root.FullName, "staging", "17")).FullName;
        await world.Submission.SubmitAsync(world.Request(), JobWorld.AParam(), default);
        await store.DeliverAsync(
            new UploadDelivery(
                null, new Core.Jobs.NewInstance(world.Store.Instances[0].Definition, world.Clock.UtcNow), "here",
                [new StagedUpload("", recorded.Name + "/1", "a.png", 1, [])], EndJob: false),
            default);

        var removed = await staging.SweepAsync(store, default);

        removed.Should().Be(1);
        Directory.Exists(orphan.FullPath).Should().BeFalse();
        new[] { underWay.FullPath, recorded.FullPath, other }.Should().OnlyContain(f => Directory.Exists(f));
    }
}

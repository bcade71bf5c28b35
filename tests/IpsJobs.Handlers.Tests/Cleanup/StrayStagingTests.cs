using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Cleanup;
using IpsJobs.Handlers.Tests.UrlUpload;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpsJobs.Handlers.Tests.Cleanup;

public sealed class StrayStagingTests : IDisposable
{
    private readonly UploadFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    public static TheoryData<InstanceState, bool> States
    {
        get
        {
            var data = new TheoryData<InstanceState, bool>();
            foreach (var state in Enum.GetValues<InstanceState>())
                data.Add(state, state != InstanceState.Done);
            return data;
        }
    }

    // The clean-up never removes files that a job which has not ended is about to make assets of.
    [Theory]
    [MemberData(nameof(States))]
    public async Task Remove_KeepsTheFilesOfAJob_UntilItHasEnded(InstanceState state, bool kept)
    {
        var run = await fixture.CreateRunAsync(UploadFixture.Job());
        var staged = Path.Combine(run.StagingDirectory, "received");
        await File.WriteAllTextAsync(staged, "not yet an asset");
        fixture.Jobs.Put(fixture.Jobs.Instances[0] with { State = state });

        await new StrayStaging(fixture.Data, fixture.Jobs, NullLogger<StrayStaging>.Instance).RemoveAsync(run, CancellationToken.None);

        File.Exists(staged).Should().Be(kept);
    }
}

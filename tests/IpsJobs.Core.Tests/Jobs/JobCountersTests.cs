using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Core.Tests.Jobs;

public sealed class JobCountersTests
{
    [Theory]
    [InlineData(LogTypes.UploadSuccess, 1, 0, 0, 0, 0)]
    [InlineData(LogTypes.ImageServingPublishSuccess, 1, 0, 0, 0, 0)]
    [InlineData(LogTypes.UploadError, 0, 1, 0, 0, 0)]
    [InlineData(LogTypes.ReoptimizeFailure, 0, 1, 0, 0, 0)]
    [InlineData(LogTypes.UploadWarning, 0, 0, 1, 0, 0)]
    [InlineData(LogTypes.FileUpdated, 0, 0, 0, 1, 0)]
    [InlineData(LogTypes.DuplicateSkipped, 0, 0, 0, 0, 1)]
    [InlineData(LogTypes.FatalError, 0, 0, 0, 0, 0)]
    [InlineData(LogTypes.FileCancel, 0, 0, 0, 0, 0)]
    [InlineData(LogTypes.ImageServingPublishCleanupSuccess, 0, 0, 0, 0, 0)]
    [InlineData(LogTypes.ImageServingPublishCleanupFailure, 0, 0, 0, 0, 0)]
    public void Of_CountsTheRow_WhenItsTypeCounts(string logType, int success, int error, int warning, int update, int duplicate)
    {
        var counters = JobCounters.Of(Row(logType));

        counters.Should().Be(new JobCounters
        {
            FileSuccess = success, FileError = error, FileWarning = warning, FileUpdate = update, FileDuplicate = duplicate,
            FatalError = logType == LogTypes.FatalError,
        });
    }

    [Fact]
    public void Of_AddsAuxWarnings_WhenARowCarriesThem()
    {
        var aux = new AuxEntry(LogTypes.UploadWarning, new LocalizedMessage("Log.Any"), DateTimeOffset.UnixEpoch);

        JobCounters.Of(Row(LogTypes.UploadSuccess) with { Aux = [aux, aux] }).FileWarning.Should().Be(2);
    }

    [Fact]
    public void Sum_KeepsTheFatalFlag_WhenEitherSideHasIt() =>
        (new JobCounters { FatalError = true, FileError = 1 } + new JobCounters { FileError = 2 })
            .Should().Be(new JobCounters { FatalError = true, FileError = 3 });

    private static LogRow Row(string logType) => new(logType, new LocalizedMessage("Log.Any"));
}

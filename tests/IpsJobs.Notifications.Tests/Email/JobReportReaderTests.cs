using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Notifications.Email;
using IpsJobs.Notifications.Tests.Fakes;

namespace IpsJobs.Notifications.Tests.Email;

public sealed class JobReportReaderTests
{
    private static readonly AuxEntry Remark = new(LogTypes.UploadWarning, new LocalizedMessage("remark"), SignallingTime.Epoch);
    private readonly FakeJobQueries queries = new();

    [Theory]
    [InlineData(EmailSettings.All, 2, 2)]
    [InlineData(EmailSettings.ErrorAndWarning, 2, 2)]
    [InlineData(EmailSettings.Error, 2, 0)]
    [InlineData(EmailSettings.JobCompletion, 0, 0)]
    public async Task ReadAsync_ListsWhatTheSettingAsksFor(string setting, int errors, int warnings)
    {
        Log(
            Row(LogTypes.BeginUpload),
            Row(LogTypes.UploadSuccess),
            Row(LogTypes.UploadSuccess) with { Aux = [Remark] },
            Row(LogTypes.UploadWarning),
            Row(LogTypes.UploadError) with { Aux = [Remark] },
            Row(LogTypes.FatalError),
            Row(LogTypes.EndUpload) with { Aux = [Remark] });

        var report = await ReadAsync(setting);

        report.Errors.Rows.Should().HaveCount(errors);
        report.Warnings.Rows.Should().HaveCount(warnings);
        report.Errors.Omitted.Should().Be(0);
        report.Warnings.Omitted.Should().Be(0);
        report.Outcome!.LogType.Should().Be(LogTypes.EndUpload);
        report.Company!.Name.Should().Be("Sample Company");
    }

    [Fact]
    public async Task ReadAsync_StopsAtOneHundredRows_AndCountsTheRest()
    {
        var remarked = Row(LogTypes.UploadSuccess) with { Aux = [Remark] };
        Log([.. Enumerable.Repeat(Row(LogTypes.UploadError), 130), .. Enumerable.Repeat(remarked, 112)]);

        var report = await ReadAsync(EmailSettings.All);

        report.Errors.Rows.Should().HaveCount(100);
        report.Errors.Omitted.Should().Be(30);
        report.Warnings.Rows.Should().HaveCount(100);
        report.Warnings.Omitted.Should().Be(12);
    }

    [Fact]
    public async Task ReadAsync_FindsAWarning_BehindThousandsOfRows()
    {
        Log([.. Enumerable.Repeat(Row(LogTypes.UploadSuccess), 2500), Row(LogTypes.UploadWarning), Row(LogTypes.EndUpload)]);

        (await ReadAsync(EmailSettings.All)).Warnings.Rows.Should().ContainSingle();
    }

    [Fact]
    public async Task ReadAsync_ReadsNoRowsOfSuccess_WhenNothingWasWarnedOf()
    {
        Log([.. Enumerable.Repeat(Row(LogTypes.UploadSuccess), 2500), Row(LogTypes.EndUpload)]);

        (await ReadAsync(EmailSettings.All)).Warnings.Rows.Should().BeEmpty();

        queries.DetailCalls.Should().Be(3, "after a look at the beginning only errors and the End row are asked for");
    }

    [Fact]
    public async Task ReadAsync_AsksOnce_WhenTheLogIsShort()
    {
        Log(Row(LogTypes.BeginUpload), Row(LogTypes.UploadError), Row(LogTypes.UploadWarning), Row(LogTypes.EndUpload));

        await ReadAsync(EmailSettings.All);

        queries.DetailCalls.Should().Be(1);
    }

    [Fact]
    public async Task ReadAsync_TakesTheEndOfTheJob_NotOfItsCleanup()
    {
        Log(Row(LogTypes.EndImageServingPublish), Row(LogTypes.EndImageServingPublishCleanup));

        (await ReadAsync(EmailSettings.JobCompletion)).Outcome!.LogType.Should().Be(LogTypes.EndImageServingPublish);
    }

    [Fact]
    public async Task ReadAsync_GivesNull_WhenTheInstanceIsGone() =>
        (await new JobReportReader(queries, Sample.Accounts()).ReadAsync(99, EmailSettings.All, default)).Should().BeNull();

    private void Log(params LogRow[] rows)
    {
        queries.Rows.AddRange(rows);
        queries.Instances.Add(Sample.Instance(counters: rows.Select(JobCounters.Of).Aggregate((a, b) => a + b)));
    }

    private static LogRow Row(string logType) => new(logType, new LocalizedMessage("text"));

    private async Task<JobReport> ReadAsync(string setting) =>
        (await new JobReportReader(queries, Sample.Accounts()).ReadAsync(Sample.InstanceId, setting, default))!;
}

using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Storage.Tests.Queries;

/// <summary>Listing job logs.</summary>
public abstract class LogQuerySuite : StoreTest
{
    [Fact]
    public async Task ListLogs_ListsStartedInstancesNewestFirst_WhenNothingElseIsAsked()
    {
        var ended = await StartedAsync("a");
        await Jobs.EndInstanceAsync(AJob.End(ended), None);
        Time.Advance(TimeSpan.FromSeconds(1));
        var live = await StartedAsync("b");
        await Jobs.AddInstanceAsync(AJob.New("waits"), None);

        (await LogsAsync(new JobLogFilter([47]))).Should().Equal(live, ended);
        (await LogsAsync(new JobLogFilter([47]) { Descending = false })).Should().Equal(ended, live);
        (await LogsAsync(new JobLogFilter([47]) { Limit = 1 })).Should().Equal(live);
        (await LogsAsync(new JobLogFilter([48]))).Should().BeEmpty();
        (await LogsAsync(new JobLogFilter(null))).Should().HaveCount(2);
    }

    [Fact]
    public async Task ListLogs_IncludesBothBounds_WhenDatesAreGiven()
    {
        var ids = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await StartedAsync("j"));
            Time.Advance(TimeSpan.FromHours(1));
        }
        var start = Now.AddHours(-4);

        (await LogsAsync(new JobLogFilter([47]) { FromUtc = start.AddHours(1), ToUtc = start.AddHours(2) })).Should().Equal(ids[2], ids[1]);
        (await LogsAsync(new JobLogFilter([47]) { FromUtc = start.AddHours(3) })).Should().Equal(ids[3]);
        (await LogsAsync(new JobLogFilter([47]) { ToUtc = start })).Should().Equal(ids[0]);
    }

    [Fact]
    public async Task ListLogs_FiltersByUser_WhenOneIsGiven()
    {
        await StartedAsync("a");
        var other = await StartedAsync("b", userId: 77);

        (await LogsAsync(new JobLogFilter([47]) { SubmitUserId = 77 })).Should().Equal(other);
    }

    [Theory]
    [InlineData(JobLogSortFields.JobName)]
    [InlineData(JobLogSortFields.CompanyName)]
    [InlineData(JobLogSortFields.UserId)]
    [InlineData(JobLogSortFields.Email)]
    [InlineData(JobLogSortFields.LogType)]
    [InlineData(JobLogSortFields.FileErrorCount)]
    [InlineData(JobLogSortFields.FileWarningCount)]
    [InlineData(JobLogSortFields.FileSuccessCount)]
    public async Task ListLogs_SortsByTheField_WhenItIsAskedFor(string field)
    {
        var zulu = await Administration.AddCompanyAsync("zulu", null, null, None);
        var alpha = await Administration.AddCompanyAsync("Alpha", null, null, None);
        var greater = await StartedAsync("b", zulu.CompanyId, userId: 100, "b@x", LogTypes.BeginUploadUrls);
        var smaller = await StartedAsync("A", alpha.CompanyId, userId: 9, "A@x", LogTypes.BeginGet);
        var tie = await StartedAsync("a", alpha.CompanyId, userId: 9, "a@x", LogTypes.BeginGet);
        foreach (var type in new[] { LogTypes.UploadError, LogTypes.UploadWarning, LogTypes.UploadSuccess })
            await Jobs.CommitItemAsync(AJob.Item(greater, type, type), None);

        (await LogsAsync(new JobLogFilter(null) { SortBy = field, Descending = false })).Should().Equal(smaller, tie, greater);
        (await LogsAsync(new JobLogFilter(null) { SortBy = field, Descending = true })).Should().Equal(greater, tie, smaller);
    }

    [Fact]
    public async Task ListLogDetails_PagesEachLog_WhenThereAreSeveral()
    {
        var first = await StartedAsync("j");
        var second = await StartedAsync("j");
        for (var i = 0; i < 3; i++)
            await Jobs.CommitItemAsync(AJob.Item(first, "k" + i), None);

        var page = await Queries.ListLogDetailsAsync(new JobLogDetailFilter(47) { OriginalName = "j", PageSize = 4, Page = 2 }, None);

        page.Select(l => l.Instance.InstanceId).Should().Equal(second, first);
        page.Select(l => l.TotalRows).Should().Equal(4, 7);
        page[0].Rows.Should().BeEmpty();
        page[1].Rows.Select(r => r.ItemKey).Should().Equal("k0", "k1", "k2");
        page[1].Instance.Definition.BlockXml.Should().BeEmpty();
    }

    [Fact]
    public async Task ListLogDetails_CountsWhatMatches_WhenTypesAreGiven()
    {
        var id = await StartedAsync("j");
        await Jobs.CommitItemAsync(AJob.Item(id, "1", LogTypes.UploadError), None);
        await Jobs.CommitItemAsync(AJob.Item(id, "2", LogTypes.FileUpdated), None);

        var log = (await Queries.ListLogDetailsAsync(
            new JobLogDetailFilter(47) { OriginalName = "j", LogTypes = [LogTypes.UploadError, LogTypes.JobType] }, None)).Single();

        log.TotalRows.Should().Be(2);
        log.Rows.Select(r => r.LogType).Should().Equal(LogTypes.JobType, LogTypes.UploadError);
    }

    [Theory]
    [InlineData(JobLogDetailSortFields.Date, false, "2 3 1")]
    [InlineData(JobLogDetailSortFields.Date, true, "1 3 2")]
    [InlineData(JobLogDetailSortFields.LogType, false, "3 1 2")]
    [InlineData(JobLogDetailSortFields.LogType, true, "2 1 3")]
    public async Task ListLogDetails_SortsRows_WhenAskedTo(string sortBy, bool descending, string expected)
    {
        var id = await StartedAsync("j");
        await CommitAsync("1", LogTypes.UploadSuccess, Now.AddSeconds(5));
        await CommitAsync("2", LogTypes.UploadSuccess, Now);
        await CommitAsync("3", LogTypes.FileUpdated, Now);

        var log = (await Queries.ListLogDetailsAsync(
            new JobLogDetailFilter(47)
            {
                OriginalName = "j", LogTypes = [LogTypes.UploadSuccess, LogTypes.FileUpdated], SortBy = sortBy, Descending = descending,
            },
            None)).Single();

        string.Join(' ', log.Rows.Select(r => r.ItemKey)).Should().Be(expected);

        Task CommitAsync(string key, string type, DateTimeOffset created)
        {
            var item = AJob.Item(id, key, type);
            return Jobs.CommitItemAsync(item with { Row = item.Row with { CreatedUtc = created } }, None);
        }
    }

    [Fact]
    public async Task ListLogDetails_CombinesConditions_WhenSeveralAreGiven()
    {
        var mine = await StartedAsync("j", userId: 5);
        await StartedAsync("j", userId: 6);
        await StartedAsync("j", companyId: 48, userId: 5);
        var handle = (await Queries.FindInstanceAsync(mine, None))!.Handle;

        (await DetailsAsync(new JobLogDetailFilter(47) { OriginalName = "j", SubmitUserId = 5 })).Should().Equal(mine);
        (await DetailsAsync(new JobLogDetailFilter(47) { Handle = handle, OriginalName = "j" })).Should().Equal(mine);
        (await DetailsAsync(new JobLogDetailFilter(47) { Handle = handle, OriginalName = "k" })).Should().BeEmpty();
        (await DetailsAsync(new JobLogDetailFilter(47) { Handle = JobHandle.ForScheduled(48, "j") })).Should().BeEmpty();
    }

    [Fact]
    public async Task ListAssetLogs_GivesTheNewestOldestFirst_WhenThereAreMoreThanTheLimit()
    {
        var first = await StartedAsync("a");
        var second = await StartedAsync("b");
        foreach (var (instance, key) in new[] { (first, "1"), (second, "2"), (first, "3") })
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            var item = AJob.Item(instance, key);
            await Jobs.CommitItemAsync(item with { Row = item.Row with { AssetId = 500 } }, None);
        }

        var rows = await Queries.ListAssetLogsAsync(47, 500, limit: 2, None);

        rows.Select(r => (r.Instance.InstanceId, r.Row.ItemKey)).Should().Equal((second, "2"), (first, "3"));
        (await Queries.ListAssetLogsAsync(48, 500, 10, None)).Should().BeEmpty();
    }

    private async Task<long> StartedAsync(
        string name, int companyId = 47, int userId = 41, string email = "s@example.com", string begin = LogTypes.BeginUploadUrls)
    {
        var definition = AJob.Definition(name, companyId) with { SubmitUserId = userId, SubmitUserEmail = email };
        var instance = await Jobs.AddInstanceAsync(new NewInstance(definition, Now), None);
        var start = AJob.Start(instance.InstanceId);
        await Jobs.StartInstanceAsync(start with { Rows = [AJob.Row(begin), .. start.Rows.Skip(1)] }, None);
        return instance.InstanceId;
    }

    private async Task<IEnumerable<long>> LogsAsync(JobLogFilter filter) =>
        (await Queries.ListLogsAsync(filter, None)).Select(i => i.InstanceId);

    private async Task<IEnumerable<long>> DetailsAsync(JobLogDetailFilter filter) =>
        (await Queries.ListLogDetailsAsync(filter, None)).Select(l => l.Instance.InstanceId);
}

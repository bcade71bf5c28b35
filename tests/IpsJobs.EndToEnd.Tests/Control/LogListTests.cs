using System.Globalization;
using System.Xml.Linq;
using IpsJobs.Core.Constants;
using Microsoft.Extensions.Time.Testing;

namespace IpsJobs.EndToEnd.Tests.Control;

/// <summary>Every sort, filter and page rule of the listings of logs, over the wire on jobs that ran, with one still at work.</summary>
public sealed class LogListTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero));
    private readonly ControlledServer server;
    private Tenant first = null!;
    private Tenant second = null!;
    private string both = "";

    public LogListTests() => server = new ControlledServer(Directory.CreateTempSubdirectory("ipsjobs-logs-")) { Time = time };

    /// <summary>
    /// Four logs an hour apart: "b" with two pictures, "A" by a user of both companies, "c" of the other company, and "d", which is still at work.
    /// </summary>
    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        (first, second) = (await server.AddTenantAsync(), await server.AddTenantAsync());
        both = await server.AddUserAsync("zz@example.com", UserRoles.IpsUser, first.CompanyId, second.CompanyId);
        await RunAsync(first, "b", first.Upload("b", 2));
        await RunAsync(first with { Email = both }, "A", Tenant.Incremental);
        await RunAsync(second, "c", second.Upload("c", 1));
        server.Brake.Hold("d", LogTypes.TotalFileCount);
        await first.SubmitAsync("d", Tenant.Full);
        await first.WaitForAsync("d", "Running");
        await Tenant.EventuallyAsync<object>(async () => (await ListAsync("")).Count == 4 ? this : null);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Theory]
    [InlineData("StartDate", "b A c d")]
    [InlineData("JobName", "A b c d")]
    [InlineData("LogType", "A d b c")]
    [InlineData("CompanyName", "b A d c")]
    [InlineData("UserId", "b d c A")]
    [InlineData("Email", "b d c A")]
    [InlineData("FileErrorCount", "b A c d")]
    [InlineData("FileWarningCount", "b A c d")]
    [InlineData("FileSuccessCount", "d c b A")]
    public async Task GetJobLogs_SortsBothWays_WhenAFieldIsNamed(string field, string ascending)
    {
        var descending = string.Join(' ', ascending.Split(' ').Reverse());

        (await NamesAsync($"<sortBy>{field}</sortBy><sortDirection>Ascending</sortDirection>")).Should().Be(ascending);
        (await NamesAsync($"<sortBy>{field}</sortBy><sortDirection>Descending</sortDirection>")).Should().Be(descending);
        (await NamesAsync($"<sortBy>{field}</sortBy>")).Should().Be(descending, "that is the default");
    }

    [Theory]
    [InlineData("", "d c A b")]
    [InlineData("<numRows>2</numRows>", "d c")]
    [InlineData("<numRows>1000000</numRows>", "d c A b")]
    [InlineData("<sortDirection>Ascending</sortDirection><numRows>1</numRows>", "b")]
    [InlineData("<startDate>2026-05-04T11:00:00Z</startDate>", "d c A")]
    [InlineData("<startDate>2026-05-04T11:00:00.001Z</startDate>", "d c")]
    [InlineData("<endDate>2026-05-04T12:00:00Z</endDate>", "c A b")]
    [InlineData("<endDate>2026-05-04T13:59:59+02:00</endDate>", "A b")]
    [InlineData("<startDate>2026-05-04T12:00:00Z</startDate><endDate>2026-05-04T12:00:00Z</endDate>", "c")]
    [InlineData("<startDate>2027-01-01T00:00:00Z</startDate>", "")]
    public async Task GetJobLogs_FiltersAndLimits_WhenAsked(string filter, string names) => (await NamesAsync(filter)).Should().Be(names);

    [Fact]
    public async Task GetJobLogs_ShowsTheLiveOneWithoutEnd_AndFiltersByCompany()
    {
        var logs = await ListAsync("");

        logs.ToDictionary(Name, l => Tenant.Find(l, "endDate") is not null).Should().Equal(
            new Dictionary<string, bool> { ["d"] = false, ["c"] = true, ["A"] = true, ["b"] = true });
        logs.Should().OnlyContain(l => Tenant.Value(l, "startDate").Length > 0);
        Tenant.Value(logs[0], "logType").Should().Be(LogTypes.BeginImageServingPublish);
        (await NamesAsync(first.Company)).Should().Be("d A b");
        (await NamesAsync(second.Company)).Should().Be("c");
    }

    [Theory]
    [InlineData("getJobLogs", "<numRows>0</numRows>", 30001)]
    [InlineData("getJobLogs", "<sortBy>EndDate</sortBy>", 30001)]
    [InlineData("getJobLogs", "<sortDirection>up</sortDirection>", 30001)]
    [InlineData("getJobLogs", "<startDate>2026-05-04T11:00:00Z</startDate><endDate>2026-05-04T10:59:59Z</endDate>", 30001)]
    [InlineData("getJobLogDetails", "", 30002)]
    [InlineData("getJobLogDetails", "<originalName>b</originalName><recordsPerPage>0</recordsPerPage>", 30001)]
    [InlineData("getJobLogDetails", "<originalName>b</originalName><resultsPage>0</resultsPage>", 30001)]
    [InlineData("getJobLogDetails", "<originalName>b</originalName><sortBy>Message</sortBy>", 30001)]
    [InlineData("getJobLogDetails", "<originalName>b</originalName><logTypeArray><items>Nothing</items></logTypeArray>", 30001)]
    public async Task Listing_IsRefused_WhenAValueIsOutsideTheRules(string operation, string content, int code) =>
        (await first.CallAsync(operation, content)).Code.Should().Be(code);

    [Fact]
    public async Task GetJobLogDetails_PagesThroughEveryRowOnce_WhenPagesAreSmall()
    {
        var all = Messages(await DetailsAsync("b", ""));
        var paged = new List<string>();

        for (var page = 1; page <= (all.Count / 3) + 1; page++)
        {
            var log = await DetailsAsync("b", $"<recordsPerPage>3</recordsPerPage><resultsPage>{page}</resultsPage>");
            Tenant.Value(log, "detailTotalRows").Should().Be(all.Count.ToString(CultureInfo.InvariantCulture), "it counts all, not the page");
            paged.AddRange(Messages(log));
        }

        all.Count.Should().BeGreaterThan(6);
        paged.Should().Equal(all);
        Messages(await DetailsAsync("b", "<resultsPage>99</resultsPage>")).Should().BeEmpty("it is past the end");
        Messages(await DetailsAsync("b", "<recordsPerPage>5000</recordsPerPage>")).Should().Equal(all, "larger is lowered");
    }

    [Fact]
    public async Task GetJobLogDetails_SortsAndFiltersRows_WhenAsked()
    {
        var rows = Tenant.RowTypes(await DetailsAsync("b", ""));

        rows[0].Should().Be(LogTypes.BeginUploadUrls);
        rows[^1].Should().Be(LogTypes.EndUploadUrls);
        Messages(await DetailsAsync("b", "<sortDirection>Descending</sortDirection>"))
            .Should().Equal(Messages(await DetailsAsync("b", "<sortBy>Date</sortBy><sortDirection>Ascending</sortDirection>")).AsEnumerable().Reverse());
        Tenant.RowTypes(await DetailsAsync("b", "<sortBy>LogType</sortBy>")).Should().Equal(rows.Order(StringComparer.Ordinal));
        var filtered = await DetailsAsync("b", $"<logTypeArray><items>{LogTypes.UploadSuccess}</items><items>{LogTypes.EndUploadUrls}</items></logTypeArray>");
        Tenant.RowTypes(filtered).Should().Equal(LogTypes.UploadSuccess, LogTypes.UploadSuccess, LogTypes.EndUploadUrls);
        Tenant.Value(filtered, "detailTotalRows").Should().Be("3");
        Messages(await DetailsAsync("b", "<logTypeArray/>")).Should().HaveCount(rows.Count, "an empty array asks for all");
    }

    [Fact]
    public async Task GetJobLogDetails_ShowsTheLiveOne_AndNothingForAnUnknownName()
    {
        var live = await DetailsAsync("d", "");

        Tenant.Find(live, "endDate").Should().BeNull();
        Tenant.RowTypes(live)[0].Should().Be(LogTypes.BeginImageServingPublish);
        (await first.LogsAsync("Nothing")).Should().BeEmpty();
    }

    private async Task RunAsync(Tenant tenant, string name, string block)
    {
        await tenant.SubmitAsync(name, block);
        await tenant.WaitForEndAsync(name);
        time.Advance(TimeSpan.FromHours(1));
    }

    private async Task<IReadOnlyList<XElement>> ListAsync(string content)
    {
        var answer = await server.CallAsync("getJobLogs", content, both);
        answer.Code.Should().Be(0, answer.Text);
        return [.. answer.Body.Elements().Single().Elements()];
    }

    private async Task<string> NamesAsync(string content) => string.Join(' ', (await ListAsync(content)).Select(Name));

    private async Task<XElement> DetailsAsync(string name, string content)
    {
        var answer = await first.CallAsync("getJobLogDetails", $"<originalName>{name}</originalName>{content}");
        answer.Code.Should().Be(0, answer.Text);
        return answer.Body.Elements().Single().Elements().Single();
    }

    private static string Name(XElement log) => Tenant.Value(log, "originalJobName");

    private static List<string> Messages(XElement log) => [.. Tenant.Rows(log).Select(r => Tenant.Value(r, "logMessage"))];
}

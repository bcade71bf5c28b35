using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Soap.Tests.Fakes;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Operations.Jobs;

public sealed class JobLogTests : IClassFixture<SoapHost>
{
    private readonly SoapHost host;

    public JobLogTests(SoapHost host)
    {
        this.host = host;
        host.Queries.Clear();
        host.Assets.Assets.Clear();
    }

    private static JobInstance Ended => Samples.Instance(Samples.Definition() with { JobSubType = "full", Description = "text", Locale = "ja" }) with
    {
        State = InstanceState.Done,
        EndUtc = Samples.Noon.AddMinutes(1),
        Counters = new JobCounters
        {
            FileSuccess = 1, FileError = 2, FileWarning = 3, FileDuplicate = 4, FileUpdate = 5, TotalFile = 6,
            TransferSuccess = 7, TransferError = 8, TransferWarning = 9, FatalError = true,
        },
    };

    [Fact]
    public async Task GetJobLogs_ShowsAllCounters_InTheLatestVersion()
    {
        host.Queries.Instances.Add(Ended);

        var reply = await host.CallAsync("<getJobLogsParam/>");

        reply.Body.BeXml("2014-04-03", """
            <getJobLogsReturn><jobLogArray><items>
              <companyHandle>c|47</companyHandle>
              <jobHandle>j|47||My Test Job_2014-03-05-12:00:00.000|5129821</jobHandle>
              <jobName>My Test Job_2014-03-05-12:00:00.000</jobName>
              <originalJobName>My Test Job</originalJobName>
              <submitUserEmail>user@example.com</submitUserEmail>
              <logType>BeginImageServingPublish</logType>
              <jobSubType>full</jobSubType>
              <startDate>2014-03-05T12:00:01.000-08:00</startDate>
              <endDate>2014-03-05T12:01:00.000-08:00</endDate>
              <description>text</description>
              <fileSuccessCount>1</fileSuccessCount>
              <fileErrorCount>2</fileErrorCount>
              <fileWarningCount>3</fileWarningCount>
              <fileDuplicateCount>4</fileDuplicateCount>
              <fileUpdateCount>5</fileUpdateCount>
              <totalFileCount>6</totalFileCount>
              <transferSuccessCount>7</transferSuccessCount>
              <transferErrorCount>8</transferErrorCount>
              <transferWarningCount>9</transferWarningCount>
              <fatalError>true</fatalError>
            </items></jobLogArray></getJobLogsReturn>
            """);
    }

    [Fact]
    public async Task GetJobLogs_CountsUpdatesAsSuccesses_InTheUnversionedApi()
    {
        host.Queries.Instances.Add(Ended);

        var reply = await host.CallAsync("<getJobLogsParam/>", version: "");

        reply.Body.BeXml("", """
            <getJobLogsReturn><jobLogArray><items>
              <companyHandle>47</companyHandle>
              <jobHandle>47||My Test Job_2014-03-05-12:00:00.000</jobHandle>
              <jobName>My Test Job_2014-03-05-12:00:00.000</jobName>
              <submitUserEmail>user@example.com</submitUserEmail>
              <logType>BeginImageServingPublish</logType>
              <startDate>2014-03-05T12:00:01.000-08:00</startDate>
              <fileSuccessCount>6</fileSuccessCount>
              <fileErrorCount>2</fileErrorCount>
              <fileWarningCount>3</fileWarningCount>
              <fileDuplicateCount>0</fileDuplicateCount>
              <fileUpdateCount>0</fileUpdateCount>
              <totalFileCount>6</totalFileCount>
              <fatalError>true</fatalError>
            </items></jobLogArray></getJobLogsReturn>
            """);
    }

    [Fact]
    public async Task GetJobLogs_AsksWithTheDefaults_WhenNothingIsGiven()
    {
        await host.CallAsync("<getJobLogsParam/>");

        host.Queries.LogFilter.Should().BeEquivalentTo(new JobLogFilter([47, 110]) { SortBy = "StartDate", Descending = true, Limit = 1000 });
    }

    [Fact]
    public async Task GetJobLogs_AsksForWhatIsGiven()
    {
        await host.CallAsync("""
            <getJobLogsParam><companyHandle>c|47</companyHandle><userHandle>u|71|ONE@example.com</userHandle><sortBy>Email</sortBy><sortDirection>Ascending</sortDirection><startDate>2014-03-01T00:00:00</startDate><endDate>2014-03-02T00:00:00Z</endDate><numRows>20000</numRows></getJobLogsParam>
            """);

        host.Queries.LogFilter.Should().BeEquivalentTo(new JobLogFilter([47])
        {
            SubmitUserId = 71,
            SortBy = "Email",
            Descending = false,
            FromUtc = new DateTimeOffset(2014, 3, 1, 8, 0, 0, TimeSpan.Zero),
            ToUtc = new DateTimeOffset(2014, 3, 2, 0, 0, 0, TimeSpan.Zero).AddHours(0),
            Limit = 10_000,
        });
    }

    [Theory]
    [InlineData("<sortBy>email</sortBy>", 30001, "Fault.InvalidValue(email, sortBy)")]
    [InlineData("<sortDirection>Up</sortDirection>", 30001, "Fault.InvalidValue(Up, sortDirection)")]
    [InlineData("<numRows>0</numRows>", 30001, "Fault.OutOfRange(0, numRows, 1-10000)")]
    [InlineData("<startDate>2014-03-02T00:00:00Z</startDate><endDate>2014-03-01T00:00:00Z</endDate>", 30001, "Fault.OutOfRange(2014-03-02T00:00:00.0000000+00:00, startDate, <= endDate)")]
    [InlineData("<userHandle>u|71|user@example.com</userHandle>", 20001, "Fault.InvalidUserHandle(u|71|user@example.com)")]
    public async Task GetJobLogs_RefusesValuesOutsideTheRules(string fields, int code, string reason)
    {
        var reply = await host.CallAsync($"<getJobLogsParam>{fields}</getJobLogsParam>");

        reply.FaultCode.Should().Be(code);
        reply.FaultReason.Should().Be("[default] " + reason);
    }

    [Fact]
    public async Task GetJobLogs_ShowsPortalUsersTheirOwnLogsOnly()
    {
        await host.CallAsync("<getJobLogsParam/>", user: "portal@example.com");
        host.Queries.LogFilter!.SubmitUserId.Should().Be(72);

        host.Queries.Instances.Add(Samples.Instance());
        var asked = await host.CallAsync(
            "<getJobLogsParam><userHandle>u|70|user@example.com</userHandle></getJobLogsParam>", user: "portal@example.com");
        asked.Body.BeXml("2014-04-03", "<getJobLogsReturn><jobLogArray/></getJobLogsReturn>");
    }

    [Fact]
    public async Task GetJobLogs_JudgesByCompany_WhenTheCallerHasSeveralRoles()
    {
        host.Queries.Instances.Add(Samples.Instance());
        host.Queries.Instances.Add(Samples.Instance(Samples.Definition() with { CompanyId = 110 }));
        host.Queries.Instances.Add(Samples.Instance(Samples.Definition() with { SubmitUserId = 77 }));

        var reply = await host.CallAsync("<getJobLogsParam/>", user: "mixed@example.com");

        host.Queries.LogFilter!.SubmitUserId.Should().BeNull();
        reply.Body.Descendants().Where(e => e.Name.LocalName == "companyHandle").Select(e => e.Value).Should().Equal("c|110", "c|47");
    }

    [Fact]
    public async Task GetJobLogDetails_ShowsRows_InTheLanguageOfTheJob()
    {
        host.Queries.Details.Add(new JobLogWithRows(Samples.Instance(Samples.Definition() with { Locale = "ja" }), 12,
        [
            Samples.Row("JobType", "Log.JobType", "ImageServingPublish"),
            Samples.Row("UploadWarning", "Log.UploadWarning", "a.jpg") with
            {
                AssetName = "a",
                FileType = "MasterImage",
                AssetId = 885289,
                Aux = [new AuxEntry("UploadWarning", new LocalizedMessage("Log.NoProfile"), Samples.Noon)],
            },
        ]));

        var reply = await host.PostAsync(
            SoapText.Envelope("<getJobLogDetailsParam><companyHandle>47</companyHandle><originalName>My Test Job</originalName></getJobLogDetailsParam>"),
            change: request => request.Headers.Add("Accept-Language", "fr"));

        reply.Body.Descendants().Single(e => e.Name.LocalName == "detailTotalRows").Value.Should().Be("12");
        reply.Body.Descendants().Single(e => e.Name.LocalName == "detailArray").BeXml("2014-04-03", """
            <detailArray>
              <items>
                <logMessage>[ja] Log.JobType(ImageServingPublish)</logMessage>
                <logType>JobType</logType>
                <dateCreated>2014-03-05T12:00:02.000-08:00</dateCreated>
              </items>
              <items>
                <logMessage>[ja] Log.UploadWarning(a.jpg)</logMessage>
                <logType>UploadWarning</logType>
                <dateCreated>2014-03-05T12:00:02.000-08:00</dateCreated>
                <assetName>a</assetName>
                <assetType>MasterImage</assetType>
                <assetHandle>a|885289</assetHandle>
                <auxArray><items>
                  <logMessage>[ja] Log.NoProfile()</logMessage>
                  <logType>UploadWarning</logType>
                  <dateCreated>2014-03-05T12:00:00.000-08:00</dateCreated>
                </items></auxArray>
              </items>
            </detailArray>
            """);
    }

    [Theory]
    [InlineData("<locale>de</locale>", "ja", "[de]")]
    [InlineData("", "ja", "[ja]")]
    [InlineData("", null, "[fr]")]
    public async Task LogMessage_IsInTheLanguageOfHeaderThenJobThenHttp(string field, string? jobLocale, string prefix)
    {
        host.Queries.Details.Add(new JobLogWithRows(
            Samples.Instance(Samples.Definition() with { Locale = jobLocale }), 1, [Samples.Row("JobType", "Log.JobType")]));

        var reply = await host.PostAsync(
            SoapText.Envelope("<getJobLogDetailsParam><companyHandle>47</companyHandle><originalName>x</originalName></getJobLogDetailsParam>", headerFields: field),
            change: request => request.Headers.Add("Accept-Language", "fr"));

        reply.Body.Descendants().Single(e => e.Name.LocalName == "logMessage").Value.Should().StartWith(prefix);
    }

    [Theory]
    [InlineData("2008-01-15", "a|535|1|535")]
    [InlineData("2010-01-31", "a|535")]
    [InlineData("", null)]
    public async Task GetJobLogDetails_WritesAssetHandlesInTheFormOfTheVersion(string version, string? handle)
    {
        host.Assets.Assets.Add(Samples.Asset(535));
        var row = Samples.Row("UploadSuccess", "Log.UploadSuccess") with { AssetId = 535, Aux = [new AuxEntry("UploadWarning", new("x"), Samples.Noon)] };
        host.Queries.Details.Add(new JobLogWithRows(Ended, 1, [row]));

        var reply = await host.CallAsync(
            "<getJobLogDetailsParam><companyHandle>47</companyHandle><originalName>x</originalName></getJobLogDetailsParam>", version);

        reply.Body.Descendants().SingleOrDefault(e => e.Name.LocalName == "assetHandle")?.Value.Should().Be(handle);
        reply.Body.Descendants().Any(e => e.Name.LocalName == "auxArray").Should().Be(version == "2010-01-31");
        reply.Body.Descendants().Any(e => e.Name.LocalName == "dateCreated" && e.Parent!.Parent!.Name.LocalName == "detailArray").Should().BeFalse();
        reply.Body.Descendants().Single(e => e.Name.LocalName == "fileUpdateCount").Value.Should().Be("5");
        reply.Body.Descendants().Should().Contain(e => e.Name.LocalName == "endDate");
    }

    [Fact]
    public async Task GetJobLogDetails_AsksForWhatIsGiven()
    {
        await host.CallAsync(Details("""
            <jobHandle>j|47||a_2014|7</jobHandle><originalName>a</originalName><logTypeArray><items>FatalError</items><items>VideoPubilshSuccess</items><items>EndImageRenderingPublishCleanupFailure</items></logTypeArray><recordsPerPage>5000</recordsPerPage><resultsPage>3</resultsPage><sortBy>LogType</sortBy><sortDirection>Descending</sortDirection>
            """));

        host.Queries.DetailFilter.Should().BeEquivalentTo(new JobLogDetailFilter(47)
        {
            Handle = JobHandle.ForInstance(47, "a_2014", 7),
            OriginalName = "a",
            LogTypes = ["FatalError", "VideoPublishSuccess", "EndImageRenderingPublishCleanup", "ImageRenderingPublishCleanupFailure"],
            PageSize = 1000,
            Page = 3,
            SortBy = "LogType",
            Descending = true,
        });
    }

    [Fact]
    public async Task GetJobLogDetails_AsksWithTheDefaults_WhenOnlyTheNameIsGiven()
    {
        await host.CallAsync(Details("<originalName>a</originalName><logTypeArray/>"), user: "portal@example.com");

        host.Queries.DetailFilter.Should().BeEquivalentTo(
            new JobLogDetailFilter(47) { OriginalName = "a", SubmitUserId = 72, PageSize = 1000, Page = 1, SortBy = "Date", Descending = false });
    }

    [Theory]
    [InlineData("", 30002, "Fault.Missing(jobHandle)")]
    [InlineData("<jobHandle/>", 30002, "Fault.Missing(jobHandle)")]
    [InlineData("<jobHandle>x</jobHandle>", 30001, "Fault.InvalidJobHandle(x)")]
    [InlineData("<jobHandle>110|x|</jobHandle>", 30001, "Fault.JobOfOtherCompany(110|x|, c|47)")]
    [InlineData("<jobHandle>21|x|</jobHandle>", 20006, "Fault.NotAMember(user@example.com, c|21)")]
    [InlineData("<originalName>x</originalName><logTypeArray><items>Nonsense</items></logTypeArray>", 30001, "Fault.InvalidValue(Nonsense, logTypeArray/items)")]
    [InlineData("<originalName>x</originalName><recordsPerPage>0</recordsPerPage>", 30001, "Fault.OutOfRange(0, recordsPerPage, 1-1000)")]
    [InlineData("<originalName>x</originalName><resultsPage>-1</resultsPage>", 30001, "Fault.OutOfRange(-1, resultsPage, 1-)")]
    [InlineData("<originalName>x</originalName><sortBy>StartDate</sortBy>", 30001, "Fault.InvalidValue(StartDate, sortBy)")]
    public async Task GetJobLogDetails_RefusesValuesOutsideTheRules(string fields, int code, string reason)
    {
        var reply = await host.CallAsync(Details(fields));

        reply.FaultCode.Should().Be(code, reply.Text);
        reply.FaultReason.Should().Be("[default] " + reason);
    }

    [Theory]
    [InlineData("a|535")]
    [InlineData("535|1|535")]
    [InlineData("a|535|1|535")]
    public async Task GetAssetJobLogs_ShowsTheRowsOfTheAsset(string handle)
    {
        host.Assets.Assets.Add(Samples.Asset(535));
        host.Queries.AssetRows.Add(new AssetLogRow(Samples.Instance(), Samples.Row("UploadSuccess", "Log.UploadSuccess", "a.jpg")));

        var reply = await host.CallAsync(
            $"<getAssetJobLogsParam><companyHandle>47</companyHandle><assetHandle>{handle}</assetHandle></getAssetJobLogsParam>");

        reply.Body.BeXml("2014-04-03", """
            <getAssetJobLogsReturn><jobLogArray><items>
              <jobHandle>j|47||My Test Job_2014-03-05-12:00:00.000|5129821</jobHandle>
              <jobName>My Test Job_2014-03-05-12:00:00.000</jobName>
              <logMessage>[default] Log.UploadSuccess(a.jpg)</logMessage>
              <logType>UploadSuccess</logType>
              <submitUserEmail>user@example.com</submitUserEmail>
              <logDate>2014-03-05T12:00:02.000-08:00</logDate>
            </items></jobLogArray></getAssetJobLogsReturn>
            """);
    }

    [Theory]
    [InlineData("x", 30001)]
    [InlineData("a|1", 30001)]
    [InlineData("a|535|2|535", 30001)]
    [InlineData("a|535|1|9", 30001)]
    [InlineData("", 30002)]
    public async Task GetAssetJobLogs_RefusesHandlesThatNameNoAsset(string handle, int code)
    {
        host.Assets.Assets.Add(Samples.Asset(535));

        var reply = await host.CallAsync(
            $"<getAssetJobLogsParam><companyHandle>47</companyHandle><assetHandle>{handle}</assetHandle></getAssetJobLogsParam>");

        reply.FaultCode.Should().Be(code);
    }

    private static string Details(string fields) =>
        $"<getJobLogDetailsParam><companyHandle>47</companyHandle>{fields}</getJobLogDetailsParam>";
}

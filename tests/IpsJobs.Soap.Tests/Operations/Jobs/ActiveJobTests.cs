using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Soap.Tests.Fakes;
using IpsJobs.Soap.Tests.Hosting;

namespace IpsJobs.Soap.Tests.Operations.Jobs;

public sealed class ActiveJobTests : IClassFixture<SoapHost>
{
    private readonly SoapHost host;

    public ActiveJobTests(SoapHost host)
    {
        this.host = host;
        host.Queries.Clear();
    }

    [Fact]
    public async Task GetActiveJobs_ShowsARunningUpload_WithProgressAndEcho()
    {
        var block = new UploadUrlsJob { EmailSetting = "None", Overwrite = true, ReadyForPublish = true, CreateMask = false };
        block.UrlArray = new UploadUrlArray { Items = [new() { SourceUrl = "http://a/1", DestPath = "a/" }, new() { SourceUrl = "http://a/2", DestPath = "a/" }] };
        host.Queries.Instances.Add(Samples.Instance(Samples.Definition(block, "uploadUrlsJob") with { Locale = "fr-FR", Description = "two files" }));
        var updated = Samples.Noon.AddSeconds(5);
        host.Board.Set(5129821, new JobProgress(40, new LocalizedMessage("Progress.OptimizingFiles"), updated)
        {
            TotalBytes = 2049,
            Tasks = [new TaskMonitor(TaskTypes.Upload, TaskStates.Processing, Processed: 1, Pending: 2, ["SampleCompany/a/x.jpg"], updated)],
        });

        var reply = await host.CallAsync("<getActiveJobsParam/>", headerFields: "<locale>de</locale>");

        host.Board.Remove(5129821);
        reply.Body.BeXml("2014-04-03", """
            <getActiveJobsReturn><jobArray><items>
              <companyHandle>c|47</companyHandle>
              <jobHandle>j|47||My Test Job_2014-03-05-12:00:00.000|5129821</jobHandle>
              <name>My Test Job_2014-03-05-12:00:00.000</name>
              <originalName>My Test Job</originalName>
              <type>UrlUpload</type>
              <state>Running</state>
              <submitUserEmail>user@example.com</submitUserEmail>
              <locale>fr-FR</locale>
              <description>two files</description>
              <serverName>worker1</serverName>
              <startDate>2014-03-05T12:00:01.000-08:00</startDate>
              <triggerTime>2014-03-05T12:00:00.000-08:00</triggerTime>
              <totalSize>3</totalSize>
              <progress>40</progress>
              <progressMessage>[de] Progress.OptimizingFiles()</progressMessage>
              <lastProgressUpdate>2014-03-05T12:00:05.000-08:00</lastProgressUpdate>
              <taskProgressArray><items>
                <taskType>com.scene7.upload.UploadAsyncTaskMonitor</taskType>
                <taskState>Processing</taskState>
                <numProcessed>1</numProcessed>
                <numProcessing>1</numProcessing>
                <numPending>2</numPending>
                <progress>0.25</progress>
                <progressMessage>[de] Progress.OptimizingFiles()</progressMessage>
                <lastProgressUpdate>2014-03-05T12:00:05.000-08:00</lastProgressUpdate>
                <taskItemProgressArray><items>
                  <itemName>SampleCompany/a/x.jpg</itemName>
                  <progress>0.0</progress>
                  <progressMessage>[de] Progress.OptimizingFiles()</progressMessage>
                  <lastProgressUpdate>2014-03-05T12:00:05.000-08:00</lastProgressUpdate>
                </items></taskItemProgressArray>
              </items></taskProgressArray>
              <uploadUrlsJob>
                <urlArray/>
                <numUrls>2</numUrls>
                <overwrite>true</overwrite>
                <readyForPublish>true</readyForPublish>
                <preservePublishState>false</preservePublishState>
                <createMask>false</createMask>
                <preserveCrop>true</preserveCrop>
                <photoshopOptions><process>None</process></photoshopOptions>
                <postScriptOptions><process>None</process><resolution>72.0</resolution><colorspace>Auto</colorspace><alpha>false</alpha><extractSearchWords>false</extractSearchWords></postScriptOptions>
                <pdfOptions><process>Rasterize</process><resolution>72.0</resolution><colorspace>Auto</colorspace><pdfCatalog>true</pdfCatalog><extractSearchWords>false</extractSearchWords><extractLinks>true</extractLinks></pdfOptions>
                <illustratorOptions><process>None</process><resolution>72.0</resolution><colorspace>Auto</colorspace><alpha>false</alpha></illustratorOptions>
                <colorManagementOptions><colorManagement>Default</colorManagement></colorManagementOptions>
                <autoSetCreationOptions/>
                <emailSetting>None</emailSetting>
                <postJobOnlyIfFiles>false</postJobOnlyIfFiles>
                <mediaOptions/>
                <inDesignOptions><process>None</process></inDesignOptions>
              </uploadUrlsJob>
            </items></jobArray></getActiveJobsReturn>
            """);
    }

    [Fact]
    public async Task GetActiveJobs_ShowsAWaitingPublish_WithItsCreation()
    {
        host.Queries.Instances.Add(Samples.Instance() with { State = InstanceState.WaitingCoordinator, StartUtc = null, ServerName = "" });

        var reply = await host.CallAsync("<getActiveJobsParam/>", version: "2013-02-15");

        reply.Body.BeXml("2013-02-15", """
            <getActiveJobsReturn><jobArray><items>
              <companyHandle>c|47</companyHandle>
              <jobHandle>j|47||My Test Job_2014-03-05-12:00:00.000|5129821</jobHandle>
              <name>My Test Job_2014-03-05-12:00:00.000</name>
              <originalName>My Test Job</originalName>
              <type>ImageServingPublish</type>
              <state>WaitingCoordinator</state>
              <submitUserEmail>user@example.com</submitUserEmail>
              <serverName/>
              <startDate>2014-03-05T12:00:00.000-08:00</startDate>
              <totalSize>0</totalSize>
              <progress>0</progress>
              <progressMessage>[default] Progress.WaitingForOtherJobs()</progressMessage>
              <lastProgressUpdate>2014-03-05T12:00:00.000-08:00</lastProgressUpdate>
              <taskProgressArray/>
              <imageServingPublishJob><publishType>Full</publishType><emailSetting>Error</emailSetting><httpCompletionUrl/></imageServingPublishJob>
            </items></jobArray></getActiveJobsReturn>
            """);
    }

    [Fact]
    public async Task GetActiveJobs_LeavesOutWhatTheUnversionedApiLacks()
    {
        host.Queries.Instances.Add(Samples.Instance(Samples.Definition(new OptimizeImagesJob { EmailSetting = "None" }, "optimizeImagesJob")));

        var reply = await host.CallAsync("<getActiveJobsParam/>", version: "");

        reply.Body.BeXml("", """
            <getActiveJobsReturn><jobArray><items>
              <companyHandle>47</companyHandle>
              <jobHandle>47||My Test Job_2014-03-05-12:00:00.000</jobHandle>
              <name>My Test Job_2014-03-05-12:00:00.000</name>
              <originalName>My Test Job</originalName>
              <type>ImageServingPublish</type>
              <state>Running</state>
              <submitUserEmail>user@example.com</submitUserEmail>
              <serverName>worker1</serverName>
              <startDate>2014-03-05T12:00:01.000-08:00</startDate>
              <totalSize>0</totalSize>
              <progress>0</progress>
              <progressMessage/>
              <lastProgressUpdate>2014-03-05T12:00:01.000-08:00</lastProgressUpdate>
            </items></jobArray></getActiveJobsReturn>
            """);
    }

    [Theory]
    [InlineData("<getActiveJobsParam/>", "2014-04-03", false)]
    [InlineData("<getActiveJobsParam><includeWaitingJobs>false</includeWaitingJobs></getActiveJobsParam>", "2014-04-03", false)]
    [InlineData("<getActiveJobsParam><includeWaitingJobs>true</includeWaitingJobs></getActiveJobsParam>", "2014-04-03", true)]
    [InlineData("<getActiveJobsParam><jobHandle>j|47|x||</jobHandle></getActiveJobsParam>", "2014-04-03", true)]
    [InlineData("<getActiveJobsParam><originalName>x</originalName></getActiveJobsParam>", "2014-04-03", true)]
    [InlineData("<getActiveJobsParam><originalName/></getActiveJobsParam>", "2014-04-03", false)]
    [InlineData("<getActiveJobsParam/>", "2016-01-01", false)]
    [InlineData("<getActiveJobsParam/>", "2013-02-15", true)]
    [InlineData("<getActiveJobsParam/>", "", true)]
    public async Task GetActiveJobs_ListsWaitingJobs_WhenAskedForOrInOldVersions(string body, string version, bool isIncluded)
    {
        await host.CallAsync(body, version);

        host.Queries.ActiveFilter!.IncludeWaiting.Should().Be(isIncluded);
    }

    [Fact]
    public async Task GetActiveJobs_LooksInAllCompaniesOfTheCaller_WithoutCompany()
    {
        await host.CallAsync("<getActiveJobsParam/>");
        host.Queries.ActiveFilter!.CompanyIds.Should().BeEquivalentTo([47, 110]);

        await host.CallAsync("<getActiveJobsParam/>", user: "root@example.com");
        host.Queries.ActiveFilter!.CompanyIds.Should().BeNull();

        await host.CallAsync("<getActiveJobsParam><companyHandle>c|110</companyHandle><originalName>x</originalName></getActiveJobsParam>");
        host.Queries.ActiveFilter!.CompanyIds.Should().Equal(110);
        host.Queries.ActiveFilter.OriginalName.Should().Be("x");
    }

    [Theory]
    [InlineData("47|My Test Job|")]
    [InlineData("j|47|My Test Job")]
    [InlineData("j|47|My Test Job||")]
    public async Task GetActiveJobs_TakesHandlesOfEveryForm(string handle)
    {
        await host.CallAsync($"<getActiveJobsParam><jobHandle>{handle}</jobHandle></getActiveJobsParam>", version: "2009-07-31");

        host.Queries.ActiveFilter!.Handle.Should().Be(JobHandle.ForScheduled(47, "My Test Job"));
        host.Queries.ActiveFilter.CompanyIds.Should().Equal(47);
    }

    [Theory]
    [InlineData("", "nonsense", 30001, "Fault.InvalidJobHandle(nonsense)")]
    [InlineData("c|47", "j|110|x||", 30001, "Fault.JobOfOtherCompany(j|110|x||, c|47)")]
    [InlineData("c|47", "j|21|x||", 20006, "Fault.NotAMember(user@example.com, c|21)")]
    [InlineData("", "j|21|x||", 20006, "Fault.NotAMember(user@example.com, c|21)")]
    [InlineData("", "j|999|x||", 20000, "Fault.InvalidCompany(c|999)")]
    public async Task GetActiveJobs_ChecksTheCompanyInTheHandle(string company, string handle, int code, string reason)
    {
        var reply = await host.CallAsync(
            $"<getActiveJobsParam><companyHandle>{company}</companyHandle><jobHandle>{handle}</jobHandle></getActiveJobsParam>");

        reply.FaultCode.Should().Be(code);
        reply.FaultReason.Should().Be("[default] " + reason);
    }

    [Fact]
    public async Task GetScheduledJobs_ShowsTriggers_OneTimeOnesWithoutSchedule()
    {
        host.Queries.Triggers.Add(Samples.Trigger());
        host.Queries.Triggers.Add(Samples.Trigger() with { ExecSchedule = null, State = TriggerState.Paused, NextFireUtc = Samples.Noon });

        var reply = await host.CallAsync("<getScheduledJobsParam><companyHandle>47</companyHandle></getScheduledJobsParam>", version: "2008-01-15");

        static string Item(string schedule, string next, string state) => $"""
            <items>
              <companyHandle>c|47</companyHandle>
              <jobHandle>j|47|My Test Job|</jobHandle>
              <name>My Test Job</name>
              <originalName>My Test Job</originalName>
              <type>ImageServingPublish</type>
              <submitUserEmail>user@example.com</submitUserEmail>
              {schedule}
              <nextFireTime>{next}</nextFireTime>
              <timeZone>PST</timeZone>
              <triggerState>{state}</triggerState>
              <imageServingPublishJob><publishType>Full</publishType><emailSetting>Error</emailSetting><httpCompletionUrl/></imageServingPublishJob>
            </items>
            """;
        reply.Body.BeXml("2008-01-15", $"""
            <getScheduledJobsReturn><jobArray>
            {Item("<execSchedule>00 00 00 * * </execSchedule>", "2014-07-01T00:00:00.000-07:00", "Normal")}
            {Item("", "2014-03-05T12:00:00.000-08:00", "Paused")}
            </jobArray></getScheduledJobsReturn>
            """);
    }

    [Fact]
    public async Task GetScheduledJobs_ShowsTheSystemsOwnJobs_ToAdministrators()
    {
        var cleanup = Samples.Definition() with { CompanyId = 0, OriginalName = "Cleanup", JobType = "Cleanup", BlockElement = "", BlockXml = [] };
        host.Queries.Triggers.Add(Samples.Trigger(cleanup));

        var reply = await host.CallAsync(
            "<getScheduledJobsParam><jobHandle>j|0|Cleanup||</jobHandle></getScheduledJobsParam>", user: "root@example.com");

        reply.Body.BeXml("2014-04-03", """
            <getScheduledJobsReturn><jobArray><items>
              <companyHandle>c|0</companyHandle>
              <jobHandle>j|0|Cleanup||</jobHandle>
              <name>Cleanup</name>
              <originalName/>
              <type>Cleanup</type>
              <submitUserEmail>user@example.com</submitUserEmail>
              <execSchedule>00 00 00 * * </execSchedule>
              <nextFireTime>2014-07-01T00:00:00.000-07:00</nextFireTime>
              <timeZone>PST</timeZone>
              <triggerState>Normal</triggerState>
            </items></jobArray></getScheduledJobsReturn>
            """);
        host.Queries.TriggerFilter!.CompanyIds.Should().Equal(0);
    }
}

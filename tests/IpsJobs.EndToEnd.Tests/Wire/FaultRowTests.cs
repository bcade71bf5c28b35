using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>The API's rules as a client meets them: code and reason of each, in the order of the table of faults.</summary>
/// <remarks>Rows that this table lacks are named by its last test.</remarks>
public sealed class FaultRowTests(FaultWorld world) : IClassFixture<FaultWorld>
{
    private const string Demo = RunningServer.Email;
    private const string Both = "both@example.com";
    private const string Chief = "chief@example.com";
    private const string Company = "<companyHandle>47</companyHandle>";
    private const string Publish = LiveWorld.Publish;
    private const string Far = "<execTime>2099-01-01T00:00:00Z</execTime>";
    private const string Item = "<items><sourceUrl>http://127.0.0.1:9/a.png</sourceUrl><destPath>a/</destPath></items>";

    public static TheoryData<int, string, string, string, int, string> Rows { get; } = new()
    {
        { 1, "", "getActiveJobs", "", 10000, "No credentials were supplied with the request" },
        { 2, "nobody@example.com", "getActiveJobs", "", 10001, "Invalid username/password" },
        { 3, "locked@example.com", "getActiveJobs", "", 10002, "User 'locked@example.com' is not a valid user" },
        { 3, "expired@example.com", "getActiveJobs", "", 10002, "User 'expired@example.com' is not a valid user" },
        { 4, Demo, "submitJob", Job("a", Publish, company: "4711"), 20000, "Invalid company '4711'" },
        { 4, Demo, "submitJob", Job("a", Publish, company: "x"), 20000, "Invalid company 'x'" },
        { 4, Both, "submitJob", Job("a", Publish, company: "c|49"), 20000, "Invalid company 'c|49'" },
        { 5, Demo, "submitJob", Job("a", Publish, "<userHandle>x</userHandle>"), 20001, "Invalid user handle 'x'" },
        { 5, Demo, "submitJob", Job("a", Publish, "<userHandle>u|999|demo@example.com</userHandle>"), 20001, "Invalid user handle 'u|999|demo@example.com'" },
        { 5, Demo, "submitJob", Job("a", Publish, "<userHandle>u|1|x@example.com</userHandle>"), 20001, "Invalid user handle 'u|1|x@example.com'" },
        { 6, Chief, "submitJob", Job("a", Publish, "<userHandle>{locked@example.com}</userHandle>"), 20002, "User 'locked@example.com' is not a valid user" },
        { 7, "reader@example.com", "submitJob", Job("a", Publish), 20003, "User does not have permission to access operation 'submitJob'" },
        { 8, Demo, "submitJob", Job("a", Publish, "<userHandle>{both@example.com}</userHandle>"), 20004, "User 'demo@example.com' may not act for user 'both@example.com'" },
        { 9, "portal@example.com", "stopJob", On(LiveWorld.Rich), 20005, "User 'portal@example.com' may not use the value given for 'jobHandle'" },
        { 10, "stranger@example.com", "submitJob", Job("a", Publish), 20006, "User 'stranger@example.com' is not an active member of company '47'" },
        { 11, Chief, "submitJob", Job("a", Publish, "<userHandle>{stranger@example.com}</userHandle>"), 20007, "User 'stranger@example.com' is not an active member of company 'c|47'" },
        { 15, Demo, "submitJob", Job(LiveWorld.Rich, Publish, Far), 30000, "A scheduled job named 'Scheduled with every option' already exists" },
        { 16, Both, "submitJob", Job("a", Publish, company: "50"), 30000, "No active publish server for context 'ImageServing'" },
        { 17, Demo, "submitJob", "<jobName>a</jobName>" + Publish, 30002, "Missing parameter 'companyHandle'" },
        { 17, Demo, "submitJob", Company + Publish, 30002, "Missing parameter 'jobName'" },
        { 17, Demo, "submitJob", Company + "<jobName/>" + Publish, 30002, "Missing parameter 'jobName'" },
        { 17, Demo, "submitJob", Job("a", ""), 30002, "Missing parameter 'job block'" },
        { 17, Demo, "stopJob", Company, 30002, "Missing parameter 'jobHandle'" },
        { 17, Demo, "submitJob", Job("a", "<imageServingPublishJob><emailSetting>All</emailSetting></imageServingPublishJob>"), 30002, "Missing parameter 'imageServingPublishJob/publishType'" },
        { 17, Demo, "submitJob", Job("a", "<imageServingPublishJob><publishType>Full</publishType></imageServingPublishJob>"), 30002, "Missing parameter 'imageServingPublishJob/emailSetting'" },
        { 17, Demo, "submitJob", Job("a", Upload("")), 30002, "Missing parameter 'uploadUrlsJob/urlArray'" },
        { 17, Demo, "submitJob", Job("a", Upload("<items><destPath>a/</destPath></items>")), 30002, "Missing parameter 'uploadUrlsJob/urlArray/items[1]/sourceUrl'" },
        { 17, Demo, "submitJob", Job("a", Upload(Item + "<items><sourceUrl>http://127.0.0.1:9/a.png</sourceUrl></items>")), 30002, "Missing parameter 'uploadUrlsJob/urlArray/items[2]/destPath'" },
        { 17, Demo, "submitJob", Job("a", Upload(Item, "<knockoutBackgroundOptions><corner>UpperLeft</corner></knockoutBackgroundOptions>")), 30002, "Missing parameter 'uploadUrlsJob/knockoutBackgroundOptions/fillMethod'" },
        { 17, Demo, "submitJob", Job("a", "<uploadDirectoryJob><includeSubfolders>true</includeSubfolders></uploadDirectoryJob>"), 30002, "Missing parameter 'uploadDirectoryJob/serverDir'" },
        { 17, Demo, "submitJob", Job("a", "<ripPdfsJob></ripPdfsJob>"), 30002, "Missing parameter 'ripPdfsJob/pdfHandleArray'" },
        { 17, Demo, "submitJob", Job("a", "<reprocessAssetsJob></reprocessAssetsJob>"), 30002, "Missing parameter 'reprocessAssetsJob/assetHandleArray'" },
        { 17, Demo, "submitJob", Job("a", "<exportJob></exportJob>"), 30002, "Missing parameter 'exportJob/assetHandleArray'" },
        { 17, Demo, "submitJob", Job("a", "<automatedSetGenerationJob></automatedSetGenerationJob>"), 30002, "Missing parameter 'automatedSetGenerationJob/assetHandleArray'" },
        { 17, Demo, "submitJob", Job("a", "<videoPublishJob></videoPublishJob>"), 30002, "Missing parameter 'videoPublishJob/emailSetting'" },
        { 17, Demo, "submitJob", Job("a", "<serverDirectoryPublishJob></serverDirectoryPublishJob>"), 30002, "Missing parameter 'serverDirectoryPublishJob/emailSetting'" },
        { 17, Demo, "submitJob", Job("a", "<automatedSetGenerationJob><assetHandleArray><items>a|1</items></assetHandleArray><readyForPublish>true</readyForPublish><emailSetting>None</emailSetting></automatedSetGenerationJob>"), 30002, "Missing parameter 'automatedSetGenerationJob/autoSetCreationOptions'" },
        { 17, Demo, "submitJob", Job("a", "<exportJob><assetHandleArray><items>a|1</items></assetHandleArray></exportJob>"), 30002, "Missing parameter 'exportJob/fmt'" },
        { 17, Demo, "uploadPost", Company, 30002, "Missing parameter 'jobName'" },
        { 17, Demo, "uploadPost", Company + "<jobName>a</jobName>", 30002, "Missing parameter 'uploadParams'" },
        { 18, Demo, "submitJob", Job("a", Publish.Replace("Full", "full", StringComparison.Ordinal)), 30001, "Invalid value 'full' for 'imageServingPublishJob/publishType'" },
        { 18, Demo, "getJobLogs", Company + "<sortBy>Colour</sortBy>", 30001, "Invalid value 'Colour' for 'sortBy'" },
        { 19, Demo, "submitJob", Job("a", Upload(Item, "<postScriptOptions><resolution>0.5</resolution></postScriptOptions>")), 30001, "Value '0.5' for 'uploadUrlsJob/postScriptOptions/resolution' is out of range 1-2400" },
        { 20, Demo, "submitJob", Job("a", Publish + Upload(Item)), 30001, "Only one of imageServingPublishJob, uploadUrlsJob may be specified" },
        { 20, Demo, "submitJob", Job("a", Publish, Far + "<execSchedule>0 0 2 * * ?</execSchedule>"), 30001, "Only one of execTime, execSchedule may be specified" },
        { 20, Demo, "submitJob", Job("a", Upload(Item, "<manualCropOptions><left>1</left><right>1</right><top>1</top><bottom>1</bottom></manualCropOptions><autoTransparentCropOptions><tolerance>0</tolerance></autoTransparentCropOptions>")), 30001, "Only one of manualCropOptions, autoTransparentCropOptions may be specified" },
        { 20, Demo, "uploadPost", Company + "<jobName>a</jobName><jobHandle>47||a</jobHandle>", 30001, "Only one of jobName, jobHandle may be specified" },
        { 21, Demo, "submitJob", Job("a", Publish, "<execSchedule>nightly</execSchedule>"), 30001, "Invalid schedule 'nightly': *" },
        { 22, Demo, "submitJob", Job("a", Publish, "<execSchedule>0 0 0 30 2 ?</execSchedule>"), 30001, "Schedule '0 0 0 30 2 ?' never fires" },
        { 22, Demo, "submitJob", Job("a", Publish, "<execSchedule>* * * * * ?</execSchedule>"), 30001, "Schedule '* * * * * ?' fires too often" },
        { 23, Demo, "stopJob", Company + "<jobHandle>x</jobHandle>", 30001, "Invalid job handle 'x'" },
        { 24, Demo, "stopJob", On("Nothing"), 30001, "Job '47|Nothing|' was not found" },
        { 25, Both, "stopJob", Company + "<jobHandle>48|x|</jobHandle>", 30001, "Job '48|x|' does not belong to company 'c|47'" },
        { 26, Demo, "executeJob", On(LiveWorld.Finished), 30001, "Job '" + LiveWorld.Finished + "' is not scheduled" },
        { 26, Demo, "pauseJob", On(LiveWorld.Finished), 30001, "Job '" + LiveWorld.Finished + "' is not active" },
        { 26, Demo, "pauseJob", On(LiveWorld.Running), 30001, "Job '" + LiveWorld.Running + "' is not recurring" },
        { 27, Demo, "getAssetJobLogs", Company + "<assetHandle>a|999999</assetHandle>", 30001, "Invalid handle 'a|999999' for 'assetHandle'" },
        { 27, Demo, "submitJob", Job("a", Publish.Replace("</emailSetting>", "</emailSetting><contextHandle>x</contextHandle>", StringComparison.Ordinal)), 30001, "Invalid handle 'x' for 'imageServingPublishJob/contextHandle'" },
        { 27, Demo, "submitJob", Job("a", Upload(Item, "<colorManagementOptions><colorManagement>Convert</colorManagement><outputProfileHandle>a|1</outputProfileHandle></colorManagementOptions>")), 30001, "Invalid handle 'a|1' for 'uploadUrlsJob/colorManagementOptions/outputProfileHandle'" },
        { 28, Demo, "submitJob", Job("a", Upload(string.Concat(Enumerable.Repeat(Item, 1001)))), 30001, "'uploadUrlsJob/urlArray' may hold at most 1000 items" },
        { 29, Demo, "submitJob", Job("a", Upload(Item.Replace("a/<", "../b/<", StringComparison.Ordinal))), 30001, "Invalid path '../b/' for 'uploadUrlsJob/urlArray/items[1]/destPath'" },
        { 30, Demo, "submitJob", Job("a", Upload(Item.Replace("http:", "ftp:", StringComparison.Ordinal))), 30001, "Invalid URL 'ftp://127.0.0.1:9/a.png' for 'uploadUrlsJob/urlArray/items[1]/sourceUrl'" },
        { 31, Demo, "submitJob", Job("a|b", Publish), 30001, "Invalid job name 'a|b'" },
        { 32, Demo, "submitJob", Job("a", Publish, "<locale>english</locale>"), 30001, "Invalid locale 'english'" },
        { 33, Demo, "getJobLogDetails", Company + "<originalName>x</originalName><recordsPerPage>0</recordsPerPage>", 30001, "Value '0' for 'recordsPerPage' is out of range 1-1000" },
        { 33, Demo, "getJobLogs", Company + "<numRows>-1</numRows>", 30001, "Value '-1' for 'numRows' is out of range 1-*" },
        { 36, Demo, "submitJob", Job("a", Publish, "<color>red</color>"), 30003, "Invalid request XML: Element 'color' is not known in 'submitJobParam'" },
        { 36, Demo, "submitJob", Job("a", Publish, "<jobName>b</jobName>"), 30003, "Invalid request XML: Element 'jobName' occurs more than once in 'submitJobParam'" },
        { 36, Demo, "submitJob", Job("a", Publish, "<execTime>tomorrow</execTime>"), 30003, "Invalid request XML: 'tomorrow' is not a valid xsd:dateTime in 'execTime'" },
        { 36, Demo, "getJobLogs", Company + "<numRows>", 30003, "Invalid request XML: *numRows*" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Fault_HasCodeAndReason_OfItsRow(int row, string email, string operation, string content, int code, string reason)
    {
        var body = $"<{operation}Param xmlns=\"{Wire.Latest}\">{await WithHandlesAsync(content)}</{operation}Param>";
        var envelope = Wire.Envelope(body, email);
        if (email.Length == 0)
            envelope = envelope.Remove(envelope.IndexOf("<authHeader", StringComparison.Ordinal), envelope.IndexOf("</soapenv:Header>", StringComparison.Ordinal) - envelope.IndexOf("<authHeader", StringComparison.Ordinal));

        var answer = await world.Server.PostAsync(envelope);

        answer.Code.Should().Be(code, $"row {row} was answered {answer.Text}");
        answer.Reason.Should().Match(reason, $"of row {row}");
        var element = code < 20000 ? "authenticationFault" : code < 30000 ? "authorizationFault" : "ipsApiFault";
        answer.Body.Descendants(System.Xml.Linq.XName.Get(element, Wire.Base)).Should().ContainSingle();
    }

    [Fact]
    public void EveryRow_IsInTheTable_ExceptThoseThatNeedMoreThanARequest()
    {
        int[] unreachable = [12, 13]; // The server has neither access groups nor folder permissions.
        int[] elsewhere = [14, 34, 35, 37, 38]; // UnexpectedFailureTests; UploadFaultRowTests.

        Enumerable.Range(1, 38).Except(Rows.Select(row => (int)row[0])).Should().BeEquivalentTo([.. unreachable, .. elsewhere]);
    }

    private static string Job(string name, string block, string fields = "", string company = "47") =>
        $"<companyHandle>{company}</companyHandle><jobName>{name}</jobName>{fields}{block}";

    private static string On(string job) => $"{Company}<jobHandle>47|{job}|</jobHandle>";

    private static string Upload(string items, string options = "") =>
        $"<uploadUrlsJob><urlArray>{items}</urlArray><overwrite>true</overwrite><readyForPublish>true</readyForPublish><createMask>false</createMask>{options}<emailSetting>None</emailSetting></uploadUrlsJob>";

    private async Task<string> WithHandlesAsync(string content)
    {
        var open = content.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
            return content;
        var close = content.IndexOf('}', open);
        return content[..open] + await world.UserHandleAsync(content[(open + 1)..close]) + content[(close + 1)..];
    }
}

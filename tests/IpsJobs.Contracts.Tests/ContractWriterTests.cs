using IpsJobs.Contracts.Tests.Support;

namespace IpsJobs.Contracts.Tests;

public class ContractWriterTests
{
    private static readonly string Xmlns = $" xmlns=\"{Documents.V2014}\"";

    [Fact]
    public void WriteMessage_DeclaresTheVersionsNamespaceAsDefault()
    {
        var reply = new SubmitJobReturn { JobHandle = "47|n|" };
        Documents.Write("submitJobReturn", reply, ContractVersion.Unversioned).Should().Be(
            "<submitJobReturn xmlns=\"http://www.scene7.com/IpsApi/xsd\"><jobHandle>47|n|</jobHandle></submitJobReturn>");
        Documents.Write("submitJobReturn", reply, ContractVersion.V20100131).Should().Be(
            "<submitJobReturn xmlns=\"http://www.scene7.com/IpsApi/xsd/2010-01-31\"><jobHandle>47|n|</jobHandle></submitJobReturn>");
    }

    [Fact]
    public void WriteMessage_UsesTheLatestElementsAndItsOwnNamespace_WhenVersionIsLater()
    {
        var later = ContractVersion.Find(ContractVersion.BaseNamespace + "/2019-09-10")!;
        Documents.Write("j", new GetActiveJobsParam { IncludeWaitingJobs = true }, later).Should().Be(
            "<j xmlns=\"http://www.scene7.com/IpsApi/xsd/2019-09-10\"><includeWaitingJobs>true</includeWaitingJobs></j>");
    }

    [Fact]
    public void WriteMessage_WritesRequiredArrays_WhenEmptyOrNull()
    {
        Documents.Write("r", new GetActiveJobsReturn()).Should().Be($"<r{Xmlns}><jobArray /></r>");
        Documents.Write("r", new GetActiveJobsReturn { JobArray = new() }).Should().Be($"<r{Xmlns}><jobArray /></r>");
    }

    [Fact]
    public void WriteMessage_FillsRequiredValues_WhenNull()
    {
        Documents.Write("t", new TaskProgress()).Should().Be(
            $"<t{Xmlns}><taskType /><taskState /><numProcessed>0</numProcessed><numProcessing>0</numProcessing>"
            + "<numPending>0</numPending><progress>0.0</progress><progressMessage /><taskItemProgressArray /></t>");
        Documents.Write("u", new User()).Should().Contain("<isIpsAdmin>false</isIpsAdmin>");
        Documents.Write("m", new CompanyMembership()).Should().Be(
            $"<m{Xmlns}><company><companyHandle /><name /><rootPath /></company><role /><isActive>false</isActive></m>");
    }

    [Fact]
    public void WriteMessage_LeavesOptionalValuesOut_WhenNull() =>
        Documents.Write("g", new GetJobLogsParam()).Should().Be($"<g{Xmlns} />");

    [Theory]
    [InlineData(72, "72.0")]
    [InlineData(0.5, "0.5")]
    [InlineData(-3, "-3.0")]
    [InlineData(1e21, "1E+21")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "INF")]
    [InlineData(double.NegativeInfinity, "-INF")]
    [InlineData(-1.7976931348623157E+308, "-1.7976931348623157E+308")]
    public void WriteMessage_WritesDoublesWithADecimal(double value, string expected) =>
        Documents.Write("o", new UnsharpMaskOptions { Amount = value }).Should().Contain($"<amount>{expected}</amount>");

    [Fact]
    public void WriteMessage_WritesDatesInItsZone()
    {
        var log = new AssetJobLog { LogDate = new DateTime(2014, 7, 3, 10, 11, 12, 13, DateTimeKind.Utc) };
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        Documents.Write("l", log, zone: zone).Should().Contain("<logDate>2014-07-03T12:11:12.013+02:00</logDate>");
    }

    [Fact]
    public void WriteMessage_ReplacesCharactersIllegalInXml()
    {
        // Not inline data: attributes are stored as UTF-8, which cannot hold half a surrogate pair.
        WrittenAndRead("a\u0000b").Should().Be("a\uFFFDb");
        WrittenAndRead("\u001B[0m").Should().Be("\uFFFD[0m");
        WrittenAndRead("x\uD83D").Should().Be("x\uFFFD");
        WrittenAndRead("\uDE42\uD83Dx").Should().Be("\uFFFD\uFFFDx");
        WrittenAndRead("\uFFFE\uFFFF").Should().Be("\uFFFD\uFFFD");
        WrittenAndRead("ok \uD83D\uDE42\t").Should().Be("ok \uD83D\uDE42\t");
    }

    [Fact]
    public void WriteMessage_WritesActiveJobOfEachVersion()
    {
        var job = (ActiveJob)new RandomMessages(1, withForeignVersions: true).Next(typeof(ActiveJob));
        job.Locale = "en";
        job.ExportJob = new ExportJob();
        Elements("a", job, ContractVersion.Unversioned).Should().NotContain(["locale", "taskProgressArray", "triggerTime", "exportJob"])
            .And.Contain(["name", "progress"]);
        Elements("a", job, ContractVersion.V20100131).Should().Contain(["locale", "taskProgressArray"])
            .And.NotContain(["triggerTime", "exportJob"]);
        Elements("a", job, ContractVersion.V20140403).Should().Contain(["locale", "taskProgressArray", "triggerTime", "exportJob"]);
    }

    [Fact]
    public void WriteMessage_WritesJobLogDetailOfEachVersion()
    {
        var date = new DateTime(2014, 7, 3, 0, 0, 0, DateTimeKind.Utc);
        var detail = new JobLogDetail { LogMessage = "m", LogType = "t", DateCreated = date, AssetHandle = "a|1", AuxArray = new() };
        Elements("d", detail, ContractVersion.Unversioned).Should().Equal("logMessage", "logType");
        Elements("d", detail, ContractVersion.V20080115).Should().Equal("logMessage", "logType", "assetHandle");
        Elements("d", detail, ContractVersion.V20100131).Should().Equal("logMessage", "logType", "assetHandle", "auxArray");
        Elements("d", detail, ContractVersion.V20140403).Should().Equal("logMessage", "logType", "dateCreated", "assetHandle", "auxArray");
    }

    [Fact]
    public void WriteMessage_PutsElementsOf2013AtTheirPlace()
    {
        var user = new User { Email = "e", DefaultRole = "IpsUser", ImsUserId = "i", IsIpsAdmin = true };
        Elements("u", user, ContractVersion.V20130215)
            .Should().Equal("userHandle", "firstName", "lastName", "email", "defaultRole", "isValid");
        Elements("u", user, ContractVersion.V20140403)
            .Should().Equal("userHandle", "firstName", "lastName", "email", "imsUserId", "isValid", "isIpsAdmin");
    }

    private static string? WrittenAndRead(string value) =>
        Documents.Read(Documents.Write("r", new SubmitJobReturn { JobHandle = value }), SubmitJobReturn.Read).JobHandle;

    private static IEnumerable<string> Elements(string name, IContractType value, ContractVersion version) =>
        System.Xml.Linq.XElement.Parse(Documents.Write(name, value, version)).Elements().Select(element => element.Name.LocalName);
}

using IpsJobs.Contracts.Tests.Support;

namespace IpsJobs.Contracts.Tests;

public class ContractReaderTests
{
    private const string BaseNamespace = ContractVersion.BaseNamespace;
    private const string Xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    [Theory]
    [InlineData(BaseNamespace)]
    [InlineData(BaseNamespace + "/2013-02-15")]
    [InlineData(BaseNamespace + "/2019-09-10-beta")]
    [InlineData("")]
    public void Read_TakesChildren_FromEveryNamespaceOfTheApiAndNone(string ns)
    {
        var read = Submission($"<jobName xmlns=\"{ns}\">n</jobName>");
        read.JobName.Should().Be("n");
    }

    [Fact]
    public void Read_TakesChildrenInAnyOrder()
    {
        var read = Submission("<jobName>n</jobName><exportJob/><companyHandle>47</companyHandle>");
        read.Should().BeEquivalentTo(new { CompanyHandle = "47", JobName = "n", ExportJob = new ExportJob() });
    }

    [Fact]
    public void Read_TakesElementsOfOtherVersions_WhenNotStrict()
    {
        var xml = $"<getActiveJobsParam xmlns=\"{BaseNamespace}\"><includeWaitingJobs>true</includeWaitingJobs></getActiveJobsParam>";
        Documents.Read(xml, GetActiveJobsParam.Read, ContractVersion.Unversioned).IncludeWaitingJobs.Should().BeTrue();
    }

    [Fact]
    public void Read_TakesElementsOfBetasAndOfTheYearBefore_WhenNotStrict()
    {
        var read = Submission(
            "<automatedSetGenerationJob><synchronizationComplete>1</synchronizationComplete></automatedSetGenerationJob>"
            + "<uploadDirectoryJob><xmpTemplateId>7</xmpTemplateId></uploadDirectoryJob>");
        read.AutomatedSetGenerationJob!.SynchronizationComplete.Should().BeTrue();
        read.UploadDirectoryJob!.XmpTemplateId.Should().Be("7");
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    [InlineData(" true ")]
    public void Read_TakesNilAsAbsent(string nil)
    {
        var read = Submission(
            $"<jobName {Xsi} xsi:nil=\"{nil}\"/><execTime {Xsi} xsi:nil=\"{nil}\"/><exportJob {Xsi} xsi:nil=\"{nil}\"></exportJob>"
            + "<companyHandle>47</companyHandle>");
        read.Should().BeEquivalentTo(new { JobName = (string?)null, ExecTime = (DateTime?)null, ExportJob = (ExportJob?)null });
        read.CompanyHandle.Should().Be("47", "reading goes on behind the absent ones");
    }

    [Fact]
    public void Read_LeavesNilItemsOut()
    {
        var read = Documents.Read(
            $"<h xmlns=\"{Documents.V2014}\" {Xsi}><items>a</items><items xsi:nil=\"true\"/><items>b</items></h>", HandleArray.Read);
        read.Items.Should().Equal("a", "b");
    }

    [Fact]
    public void Read_KeepsTheValue_WhenNilIsFalse() =>
        Submission($"<jobName {Xsi} xsi:nil=\"false\">n</jobName>").JobName.Should().Be("n");

    [Fact]
    public void Read_TakesEmptyNonStringValuesAsAbsent()
    {
        var read = Submission("<execTime/><uploadUrlsJob><numUrls></numUrls><overwrite> </overwrite></uploadUrlsJob>");
        read.ExecTime.Should().BeNull();
        read.UploadUrlsJob.Should().BeEquivalentTo(new { NumUrls = (int?)null, Overwrite = (bool?)null });
    }

    [Theory]
    [InlineData("<description/>")]
    [InlineData("<description></description>")]
    public void Read_KeepsEmptyStrings(string xml) => Submission(xml).Description.Should().BeEmpty();

    [Fact]
    public void Read_TrimsNumbersBooleansAndDates()
    {
        var read = Submission(
            "<execTime>\n 2024-05-06T07:08:09Z\t</execTime>"
            + "<uploadUrlsJob><numUrls> 7\r\n</numUrls><overwrite> true </overwrite></uploadUrlsJob>");
        read.ExecTime.Should().Be(new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc));
        read.UploadUrlsJob.Should().BeEquivalentTo(new { NumUrls = 7, Overwrite = true });
    }

    [Fact]
    public void Read_KeepsWhiteSpaceOfStrings() => Submission("<jobName>  a b\n</jobName>").JobName.Should().Be("  a b\n");

    [Fact]
    public void Read_IgnoresTypeAndForeignAttributes()
    {
        var read = Submission($"<companyHandle {Xsi} xmlns:x=\"urn:x\" x:id=\"1\" other=\"2\" xsi:type=\"xsd:int\">47</companyHandle>");
        read.CompanyHandle.Should().Be("47");
    }

    [Fact]
    public void Read_JoinsTextDividedByCDataCommentsAndInstructions()
    {
        var read = Submission(
            "<!-- c --><?pi?><jobName>a<![CDATA[<b>]]><!-- c -->&#99;<?pi?>d<![CDATA[]]></jobName>"
            + "<description><![CDATA[only]]></description><locale><!-- none --></locale>");
        read.Should().BeEquivalentTo(new { JobName = "a<b>cd", Description = "only", Locale = "" });
    }

    [Fact]
    public void Read_StaysLinear_WhenTextHasVeryManyParts()
    {
        var text = string.Concat(Enumerable.Repeat("<![CDATA[ab]]>", 200_000));
        Submission($"<jobName>{text}</jobName>").JobName.Should().HaveLength(400_000);
    }

    [Fact]
    public void Read_LeavesTheReaderBehindTheEnd()
    {
        using var reader = Documents.Reader("<r><submitJobParam><jobName>n</jobName></submitJobParam><next/></r>");
        reader.ReadStartElement();
        SubmitJobParam.Read(new ContractReader(reader, ContractVersion.Latest)).JobName.Should().Be("n");
        reader.LocalName.Should().Be("next");
    }

    [Theory]
    [InlineData("<submitJobReturn/><next/>")]
    [InlineData("<submitJobReturn></submitJobReturn><next/>")]
    public void Read_LeavesTheReaderBehindTheEnd_WhenElementIsEmpty(string content)
    {
        using var reader = Documents.Reader($"<r>{content}</r>");
        reader.ReadStartElement();
        SubmitJobReturn.Read(new ContractReader(reader, ContractVersion.Latest)).JobHandle.Should().BeNull();
        reader.LocalName.Should().Be("next");
    }

    [Fact]
    public void Read_ReadsHeader_WhenChildrenAreUnqualified()
    {
        var xml = $"<authHeader xmlns=\"{BaseNamespace}\"><appName xmlns=\"\">a</appName><user xmlns=\"\">u@x</user></authHeader>";
        Documents.Read(xml, AuthHeader.Read).Should().BeEquivalentTo(new { AppName = "a", User = "u@x", Password = (string?)null });
    }

    private static SubmitJobParam Submission(string content) => Documents.Read(Documents.Submission(content), SubmitJobParam.Read);
}

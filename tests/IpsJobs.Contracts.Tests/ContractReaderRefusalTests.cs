using System.Xml;
using IpsJobs.Contracts.Tests.Support;

namespace IpsJobs.Contracts.Tests;

public class ContractReaderRefusalTests
{
    [Theory]
    [InlineData("<foo/>", "Element 'foo' is not known in 'submitJobParam'")]
    [InlineData("<exportJob><foo/></exportJob>", "Element 'foo' is not known in 'exportJob'")]
    [InlineData("<JobName>n</JobName>", "Element 'JobName' is not known in 'submitJobParam'")]
    [InlineData("<jobName>a<b/></jobName>", "Element 'b' is not known in 'jobName'")]
    [InlineData("<uploadUrlsJob><numUrls><b/></numUrls></uploadUrlsJob>", "Element 'b' is not known in 'numUrls'")]
    [InlineData("<jobName xmlns='urn:x'>n</jobName>", "Element 'jobName' in 'submitJobParam' is not in a namespace of the API")]
    [InlineData("<jobName/><jobName/>", "Element 'jobName' occurs more than once in 'submitJobParam'")]
    [InlineData("<execTime/><execTime/>", "Element 'execTime' occurs more than once in 'submitJobParam'")]
    [InlineData("<exportJob/>\n<exportJob/>", "Element 'exportJob' occurs more than once in 'submitJobParam'")]
    [InlineData("hello", "Text is not allowed in 'submitJobParam'")]
    [InlineData("<![CDATA[hello]]>", "Text is not allowed in 'submitJobParam'")]
    [InlineData("<exportJob>x</exportJob>", "Text is not allowed in 'exportJob'")]
    [InlineData("<execTime>now</execTime>", "'now' is not a valid xsd:dateTime in 'execTime'")]
    [InlineData("<uploadUrlsJob><numUrls>x</numUrls></uploadUrlsJob>", "'x' is not a valid xsd:int in 'numUrls'")]
    [InlineData("<uploadUrlsJob><overwrite>TRUE</overwrite></uploadUrlsJob>", "'TRUE' is not a valid xsd:boolean in 'overwrite'")]
    public void Read_NamesElementAndReason(string content, string detail)
    {
        var read = () => Documents.Read(Documents.Submission(content), SubmitJobParam.Read);
        read.Should().Throw<ContractFormatException>().Which.Detail.Should().Be(detail);
    }

    [Fact]
    public void Read_RefusesContent_WhenTypeIsEmpty()
    {
        var read = () => Documents.Read("<pauseJobReturn><foo/></pauseJobReturn>", PauseJobReturn.Read);
        read.Should().Throw<ContractFormatException>().Which.Detail.Should().Be("Element 'foo' is not known in 'pauseJobReturn'");
    }

    [Theory]
    [InlineData("<execTime>{0}</execTime>")]
    [InlineData("<{0}/>")]
    [InlineData("<exportJob><{0}/></exportJob>")]
    [InlineData("<{0} xmlns='urn:x'/>")]
    public void Read_QuotesAtMostTwoHundredCharacters(string content)
    {
        var read = () => Documents.Read(
            Documents.Submission(string.Format(null, content, new string('z', 10_000))), SubmitJobParam.Read);
        var detail = read.Should().Throw<ContractFormatException>().Which.Detail;
        detail.Count(c => c == 'z').Should().BeInRange(1, 200);
    }

    [Fact]
    public void Read_Throws_WhenDocumentEndsInside()
    {
        var read = () => Documents.Read("<submitJobParam><jobName>n</jobName>", SubmitJobParam.Read);
        read.Should().Throw<XmlException>();
    }

    [Theory]
    [InlineData("<jobName>n</jobName><companyHandle>47</companyHandle>", "Element 'companyHandle' is out of order in 'submitJobParam'")]
    [InlineData("<locale>en</locale>", "Element 'locale' does not exist in 'submitJobParam' of this version")]
    public void Read_HoldsToTheSchema_WhenStrict(string content, string detail)
    {
        var read = () => Documents.Read(
            Documents.Submission(content), SubmitJobParam.Read, ContractVersion.Unversioned, strict: true);
        read.Should().Throw<ContractFormatException>().Which.Detail.Should().Be(detail);
    }

    [Fact]
    public void Read_TakesTheVersionsOwnElementsInOrder_WhenStrict()
    {
        var content = "<companyHandle>47</companyHandle><jobName>n</jobName><locale>en</locale><exportJob><assetHandleArray>"
            + "<items>1</items><items>2</items></assetHandleArray><fmt>Convert</fmt></exportJob>";
        var read = Documents.Read(Documents.Submission(content), SubmitJobParam.Read, ContractVersion.V20120214, strict: true);
        read.ExportJob!.AssetHandleArray!.Items.Should().Equal("1", "2");
    }

    [Fact]
    public void Read_RefusesRemovedElements_WhenStrict()
    {
        var content = "<uploadDirectoryJob><xmpTemplateId>7</xmpTemplateId></uploadDirectoryJob>";
        var read = (ContractVersion version) => Documents.Read(Documents.Submission(content), SubmitJobParam.Read, version, strict: true);
        read(ContractVersion.V20130215).UploadDirectoryJob!.XmpTemplateId.Should().Be("7");
        FluentActions.Invoking(() => read(ContractVersion.V20140403)).Should().Throw<ContractFormatException>();
    }

    [Fact]
    public void Read_TakesBetaElements_WhenStrictAndVersionIsLater()
    {
        var xml = "<j><synchronizationComplete>true</synchronizationComplete></j>";
        var beta = ContractVersion.Find(ContractVersion.BaseNamespace + "/2015-01-01-beta")!;
        Documents.Read(xml, AutomatedSetGenerationJob.Read, beta, strict: true).SynchronizationComplete.Should().BeTrue();
        FluentActions.Invoking(() => Documents.Read(xml, AutomatedSetGenerationJob.Read, ContractVersion.Latest, strict: true))
            .Should().Throw<ContractFormatException>();
    }

    [Fact]
    public void RequestTypes_NeverNestInThemselves_SoThatDepthIsBounded()
    {
        foreach (var operation in ContractOperations.All)
            Depth(operation.RequestType, []).Should().BeLessThan(10);
    }

    private static int Depth(Type type, List<Type> above)
    {
        above.Should().NotContain(type);
        List<Type> path = [.. above, type];
        var inner = type.GetProperties().Select(property => property.PropertyType)
            .Select(value => value.IsGenericType ? value.GetGenericArguments()[0] : value)
            .Where(value => typeof(IContractType).IsAssignableFrom(value));
        return 1 + inner.Select(value => Depth(value, path)).DefaultIfEmpty().Max();
    }
}

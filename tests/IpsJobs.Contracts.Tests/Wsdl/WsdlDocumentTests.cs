using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using IpsJobs.Contracts.Tests.Support;

namespace IpsJobs.Contracts.Tests.Wsdl;

public class WsdlDocumentTests
{
    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";

    public static TheoryData<string> Versions => new(ContractVersion.All.Select(version => version.Namespace));

    [Theory]
    [MemberData(nameof(Versions))]
    public void For_HasSchemasThatCompile_WithTheVersionsMessages(string ns)
    {
        var version = ContractVersion.Find(ns)!;
        var elements = Schemas.Of(version).GlobalElements.Names.Cast<XmlQualifiedName>().ToArray();
        var expected = ContractOperations.All.Where(operation => operation.Since <= version)
            .SelectMany(operation => new[] { operation.RequestElement, operation.ReplyElement });
        elements.Where(name => name.Namespace == ns && !name.Name.EndsWith("Fault", StringComparison.Ordinal) && name.Name != "authHeader")
            .Select(name => name.Name).Should().BeEquivalentTo(expected);
        elements.Should().Contain(new XmlQualifiedName("ipsApiFault", ContractVersion.BaseNamespace));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void For_HasNoDanglingNames(string ns)
    {
        var wsdl = Schemas.Wsdl(ContractVersion.Find(ns)!).Root!;
        var elements = wsdl.Descendants(Xsd + "schema").SelectMany(schema => schema.Elements(Xsd + "element")
            .Select(element => XName.Get((string)element.Attribute("name")!, (string)schema.Attribute("targetNamespace")!)));
        wsdl.Elements(Wsdl + "message").Elements(Wsdl + "part").Select(part => Resolve(part, "element")).Should().BeSubsetOf(elements);
        var messages = wsdl.Elements(Wsdl + "message").Select(message => (string)message.Attribute("name")!).ToArray();
        messages.Should().OnlyHaveUniqueItems();
        wsdl.Descendants().Attributes("message").Select(used => used.Value.Split(':')[1]).Distinct()
            .Should().BeEquivalentTo(messages);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void For_OffersTheVersionsOperationsInBothBindings(string ns)
    {
        var version = ContractVersion.Find(ns)!;
        var wsdl = Schemas.Wsdl(version).Root!;
        var expected = ContractOperations.All.Where(operation => operation.Since <= version).Select(operation => operation.Name).ToArray();
        foreach (var part in wsdl.Elements(Wsdl + "portType").Concat(wsdl.Elements(Wsdl + "binding")))
            part.Elements(Wsdl + "operation").Select(operation => (string?)operation.Attribute("name")).Should().Equal(expected);
        wsdl.Elements(Wsdl + "binding").Should().HaveCount(2);
    }

    [Theory]
    [InlineData("", "maintainLayers layerNaming anchor")]
    [InlineData("2008-01-15", "process layerOptions")]
    [InlineData("2014-04-03", "process layerOptions")]
    public void For_HasThePhotoshopOptionsOfTheVersion(string name, string elements)
    {
        var version = ContractVersion.All.Single(candidate => candidate.Name == name);
        var type = Schemas.Wsdl(version).Descendants(Xsd + "complexType").Single(item => (string?)item.Attribute("name") == "PhotoshopOptions");
        type.Descendants(Xsd + "element").Select(element => (string)element.Attribute("name")!).Should().Equal(elements.Split(' '));
    }

    [Fact]
    public void For_SetsTheAddressOfBothPorts()
    {
        var locations = Schemas.Wsdl(ContractVersion.Latest).Descendants(Wsdl + "port").Elements()
            .Select(address => (string?)address.Attribute("location"));
        locations.Should().Equal(Enumerable.Repeat("https://jobs.example.com/scene7/services/IpsApiService", 2));
    }

    [Fact]
    public void For_EscapesTheAddress() =>
        XDocument.Parse(WsdlDocument.For(ContractVersion.Latest, "http://x/?a=1&b=\"2\"")).Descendants()
            .Attributes("location").First().Value.Should().Be("http://x/?a=1&b=\"2\"");

    [Theory]
    [InlineData("2014-04-03", "2014-04-03")]
    [InlineData("2013-02-15", "")]
    [InlineData("2008-01-15", "")]
    [InlineData("", "")]
    public void For_BindsTheVersionedHeader_OnlyIn2014(string version, string header)
    {
        var found = Schemas.Wsdl(Version(version)).Root!.Elements(Wsdl + "message")
            .Single(message => (string?)message.Attribute("name") == "authHeader").Element(Wsdl + "part")!;
        Resolve(found, "element").Should().Be(XName.Get("authHeader", Version(header).Namespace));
    }

    [Theory]
    [InlineData("", "User", "userHandle firstName lastName email isValid passwordExpires")]
    [InlineData("2013-02-15", "User", "userHandle firstName lastName email defaultRole isValid passwordExpires")]
    [InlineData("2014-04-03", "User", "userHandle firstName lastName email imsUserId isValid isIpsAdmin passwordExpires")]
    [InlineData("", "ImageMap", "imageMapHandle name region action shapeType position lastModified")]
    [InlineData("2009-07-31", "ImageMap", "imageMapHandle name region action shapeType position enabled lastModified")]
    [InlineData("", "Metadata", "name value")]
    [InlineData("2014-04-03", "CompanyMembershipUpdate", "companyHandle role isActive")]
    [InlineData("", "JobLogDetail", "logMessage logType assetName assetType")]
    [InlineData("2008-09-10", "JobLogDetail", "logMessage logType assetName assetType assetHandle")]
    [InlineData("2010-01-31", "JobLogDetail", "logMessage logType assetName assetType assetHandle auxArray")]
    [InlineData("2014-04-03", "JobLogDetail", "logMessage logType dateCreated assetName assetType assetHandle auxArray")]
    [InlineData("2014-04-03", "AutomatedSetGenerationJob", "assetHandleArray destFolder readyForPublish autoSetCreationOptions emailSetting")]
    [InlineData("2016-01-01-beta", "AutomatedSetGenerationJob",
        "assetHandleArray destFolder readyForPublish autoSetCreationOptions emailSetting synchronizationComplete")]
    public void For_HasTheVersionsElementsInOrder(string version, string type, string elements) =>
        Elements(version, type).Should().Equal(elements.Split(' '));

    [Fact]
    public void For_PutsTheElementsOf2013WhereTheyWere()
    {
        Elements("2013-02-15", "UploadDirectoryJob").Should().ContainInConsecutiveOrder(
            "xmpKeywords", "xmpTemplateId", "xmpTemplateOverwrites", "unsharpMaskOptions");
        Elements("2014-04-03", "UploadDirectoryJob").Should().ContainInConsecutiveOrder("xmpKeywords", "unsharpMaskOptions");
    }

    [Fact]
    public void For_LeavesOutTypesThatNothingReaches()
    {
        var types = Schemas.Wsdl(ContractVersion.Unversioned).Descendants(Xsd + "complexType").Attributes("name")
            .Select(name => name.Value);
        types.Should().Contain("ActiveJob").And.NotContain(["ExportJob", "TaskProgress", "UploadPostJob", "CompanyMembership"]);
    }

    [Fact]
    public void For_HasTheOperationsGiven_AndTheTypesThatTheyReachOnly()
    {
        var offered = new HashSet<string> { "getFolders", "uploadPost", "noOperation" };

        foreach (var version in ContractVersion.All)
        {
            var wsdl = XDocument.Parse(WsdlDocument.For(version, "http://x/", offered)).Root!;
            var expected = version >= ContractVersion.V20140403 ? new[] { "uploadPost", "getFolders" } : ["getFolders"];
            foreach (var part in wsdl.Elements(Wsdl + "portType").Concat(wsdl.Elements(Wsdl + "binding")))
                part.Elements(Wsdl + "operation").Select(operation => (string?)operation.Attribute("name")).Should().Equal(expected);
            var named = wsdl.Descendants(Xsd + "schema").Elements().Attributes("name").Select(name => name.Value).ToArray();
            named.Should().Contain(["getFoldersParam", "getFoldersReturn", "Folder"]).And.NotContain(["submitJobParam", "Company", "Asset"]);
            wsdl.Elements(Wsdl + "message").Attributes("name").Select(name => name.Value).Should().NotContain("submitJobInput");
        }
    }

    [Fact]
    public void For_HasOneSchemaPerNamespace()
    {
        foreach (var version in ContractVersion.All)
        {
            Schemas.Wsdl(version).Descendants(Xsd + "schema").Select(schema => (string?)schema.Attribute("targetNamespace"))
                .Should().BeEquivalentTo(new[] { ContractVersion.BaseNamespace, version.Namespace }.Distinct());
        }
    }

    [Fact]
    public void OpenWsdl_GivesTheWsdlOfTheLatestVersion() =>
        XDocument.Load(ContractResources.OpenWsdl()).Root!.Name.Should().Be(Wsdl + "definitions");

    private static ContractVersion Version(string name) => name.Length == 0
        ? ContractVersion.Unversioned
        : ContractVersion.Find($"{ContractVersion.BaseNamespace}/{name}")!;

    private static IEnumerable<string> Elements(string version, string type) =>
        Schemas.Wsdl(Version(version)).Descendants(Xsd + "complexType").Single(found => (string?)found.Attribute("name") == type)
            .Descendants(Xsd + "element").Select(element => (string)element.Attribute("name")!);

    private static XName Resolve(XElement element, string attribute)
    {
        var parts = ((string)element.Attribute(attribute)!).Split(':');
        return element.GetNamespaceOfPrefix(parts[0])! + parts[1];
    }
}

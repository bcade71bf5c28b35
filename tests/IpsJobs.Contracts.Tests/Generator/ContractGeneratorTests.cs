using IpsJobs.Contracts.Generator;
using Microsoft.CodeAnalysis;

namespace IpsJobs.Contracts.Tests.Generator;

public class ContractGeneratorTests
{
    private const string SubmitJobReturn = "<xsd:element name=\"jobHandle\" type=\"xsd:string\"/>";

    [Fact]
    public void Run_MakesTheWholeContractWithoutDiagnostics()
    {
        var result = new GeneratorRun().Run(GeneratorRun.Wsdl, GeneratorRun.Versions);
        result.Diagnostics.Should().BeEmpty();
        result.GeneratedSources.Select(source => source.HintName).Should().Contain(
            ["SubmitJobParam.g.cs", "ActiveJobArray.g.cs", "AuthHeader.g.cs", "IpsApiFault.g.cs", "IIpsApi.g.cs", "JobBlocks.g.cs"]);
    }

    [Fact]
    public void Run_MakesAProperty_WhenElementIsAddedToTheWsdl()
    {
        var run = new GeneratorRun();
        Source(run.Run(GeneratorRun.Wsdl, GeneratorRun.Versions), "SubmitJobReturn").Should().NotContain("QueuePosition");
        var added = "<xsd:element name=\"queue_position\" type=\"xsd:int\" minOccurs=\"0\"/>";
        var edited = Edit("submitJobReturn", SubmitJobReturn, SubmitJobReturn + added);
        Source(run.Run(edited, GeneratorRun.Versions), "SubmitJobReturn").Should()
            .Contain("public int? QueuePosition { get; set; }")
            .And.Contain("case \"queue_position\":")
            .And.Contain("writer.WriteOptional(\"queue_position\", QueuePosition);");
    }

    [Fact]
    public void Run_GuardsTheElement_WhenVersionsFileLimitsIt()
    {
        var versions = GeneratorRun.Versions + "element\tsubmitJobReturn\tjobHandle\t2010-01-31\n";
        var source = Source(new GeneratorRun().Run(GeneratorRun.Wsdl, versions), "SubmitJobReturn");
        source.Should().Contain("if (writer.Has(4, 8))").And.Contain("since 2010-01-31");
    }

    [Fact]
    public void Run_TakesEveryStepFromCache_WhenOnlyOtherCodeChanges()
    {
        var run = new GeneratorRun();
        run.Run(GeneratorRun.Wsdl, GeneratorRun.Versions);
        var again = run.RunAgain();
        Reasons(again, ContractGenerator.ModelStep).Should().Equal(IncrementalStepRunReason.Cached);
        Reasons(again, ContractGenerator.TypeStep).Should().NotBeEmpty()
            .And.OnlyContain(reason => reason == IncrementalStepRunReason.Cached);
        again.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .Should().OnlyContain(output => output.Reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void Run_FindsTheModelUnchanged_WhenOnlyACommentIsEdited()
    {
        var run = new GeneratorRun();
        run.Run(GeneratorRun.Wsdl, GeneratorRun.Versions);
        var again = run.Run(GeneratorRun.Wsdl + "<!-- edited -->", GeneratorRun.Versions);
        Reasons(again, ContractGenerator.ModelStep).Should().Equal(IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void Run_RemakesOneType_WhenOneTypeIsEdited()
    {
        var run = new GeneratorRun();
        run.Run(GeneratorRun.Wsdl, GeneratorRun.Versions);
        var optional = SubmitJobReturn.Replace("/>", " minOccurs=\"0\"/>", StringComparison.Ordinal);
        var edited = Edit("submitJobReturn", SubmitJobReturn, optional);
        Reasons(run.Run(edited, GeneratorRun.Versions), ContractGenerator.TypeStep)
            .Count(reason => reason == IncrementalStepRunReason.Modified).Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<wsdl>")]
    [InlineData("<definitions/>")]
    public void Run_ReportsInvalidWsdl_WhenTextIsNoWsdl(string wsdl) => Ids(wsdl, GeneratorRun.Versions).Should().Equal("IPSGEN002");

    [Theory]
    [InlineData("type=\"xsd:string\"", "type=\"ips:Nobody\"")]
    [InlineData("type=\"xsd:string\"", "type=\"xsd:duration\"")]
    [InlineData("type=\"xsd:string\"", "type=\"xsd:string\" maxOccurs=\"3\"")]
    [InlineData("type=\"xsd:string\"", "type=\"nope:string\"")]
    public void Run_ReportsInvalidWsdl_WhenAnElementIsNotUnderstood(string old, string replacement)
    {
        var edited = Edit("submitJobReturn", SubmitJobReturn, SubmitJobReturn.Replace(old, replacement, StringComparison.Ordinal));
        Ids(edited, GeneratorRun.Versions).Should().Equal("IPSGEN002");
    }

    [Fact]
    public void Run_ReportsWhichFileIsMissing()
    {
        Ids(null, GeneratorRun.Versions).Should().Equal("IPSGEN001");
        Ids(GeneratorRun.Wsdl, null).Should().Equal("IPSGEN003");
    }

    [Theory]
    [InlineData("element\tsubmitJobParam\tnobody\t2010-01-31")]
    [InlineData("element\tNobody\tjobName\t2010-01-31")]
    [InlineData("element\tsubmitJobParam\tjobName\t2011-11-11")]
    [InlineData("element\tsubmitJobParam\tjobName\t2010-01-31\t\txsd:string\t0\t1\tlocale")]
    [InlineData("element\tsubmitJobParam\tnobody\t2010-01-31\t\txsd:string\t0\t1\talsoNobody")]
    [InlineData("operation\tnobody\t\t2010-01-31")]
    [InlineData("wish\tsubmitJobParam\tjobName\t2010-01-31")]
    [InlineData("version\t2020-01-01")]
    public void Run_ReportsInvalidVersions_WhenARowDoesNotFit(string row) =>
        Ids(GeneratorRun.Wsdl, GeneratorRun.Versions + row + "\n").Should().Equal("IPSGEN004");

    [Fact]
    public void Run_ReportsErrors()
    {
        var diagnostic = new GeneratorRun().Run("<wsdl>", GeneratorRun.Versions).Diagnostics.Single();
        diagnostic.Severity.Should().Be(DiagnosticSeverity.Error);
        diagnostic.GetMessage(null).Should().StartWith("The contract cannot be read from the WSDL: ");
    }

    private static string Edit(string element, string old, string replacement)
    {
        var wsdl = GeneratorRun.Wsdl;
        var start = wsdl.IndexOf($"<xsd:element name=\"{element}\">", StringComparison.Ordinal);
        var place = wsdl.IndexOf(old, start, StringComparison.Ordinal);
        return wsdl[..place] + replacement + wsdl[(place + old.Length)..];
    }

    private static IEnumerable<string> Ids(string? wsdl, string? versions)
    {
        var result = new GeneratorRun().Run(wsdl, versions);
        result.GeneratedSources.Should().BeEmpty();
        return result.Diagnostics.Select(diagnostic => diagnostic.Id);
    }

    private static string Source(GeneratorRunResult result, string type) =>
        result.GeneratedSources.Single(source => source.HintName == type + ".g.cs").SourceText.ToString();

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);
}

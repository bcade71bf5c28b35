using System.Text.RegularExpressions;
using System.Xml.Linq;
using IpsJobs.Contracts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Handlers;
using IpsJobs.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpsJobs.EndToEnd.Tests.Architecture;

/// <summary>Every job type of the API has a handler, one line that registers it, and tests.</summary>
public sealed partial class JobTypeTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const int BlocksOfSubmissions = 13;
    private const string Uploads = "uploadPostJob";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema";
    private static readonly string Handlers = RepositoryFolder.Of("src", "IpsJobs.Handlers");

    public static TheoryData<string> Blocks => new([.. BlocksOfTheWsdl(), Uploads]);

    public static TheoryData<string> HandlerNames => new(HandlerTypes().Select(t => t.Name));

    [Fact]
    public void Wsdl_HasTheBlocksThatTheContractKnows()
    {
        BlocksOfTheWsdl().Should().HaveCount(BlocksOfSubmissions);
        BlocksOfTheWsdl().Append(Uploads).Should().BeEquivalentTo(JobBlocks.ElementNames);
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block_HasAHandlerAndRules(string element)
    {
        var registry = server.Services.GetRequiredService<JobTypeRegistry>();
        var type = registry.FindByElement(element);

        type.Should().NotBeNull("a client may send a {0}", element);
        registry.HandlerOf(type!).Should().NotBeNull();
        registry.RulesOf(type!).Should().NotBeNull();
        JobTypes.All.Should().Contain(type!.Name);
        LogTypes.Written.Should().Contain([type.BeginLogType, type.EndLogType]);
    }

    [Theory]
    [MemberData(nameof(HandlerNames))]
    public void Handler_IsOfOneJobType(string handler) =>
        server.Services.GetServices<JobTypeRegistration>().Where(r => r.HandlerType.Name == handler).Should().ContainSingle();

    [Theory]
    [MemberData(nameof(HandlerNames))]
    public void Handler_HasATestClassOfItsName(string handler)
    {
        var file = Directory.EnumerateFiles(RepositoryFolder.Of("tests"), handler + "Tests.cs", SearchOption.AllDirectories).Should().ContainSingle().Which;
        TestMethod().Count(File.ReadAllText(file)).Should().BePositive();
    }

    [Fact]
    public void Host_RegistersEachTypeInOneLine()
    {
        var host = File.ReadAllText(RepositoryFolder.Of("src", "IpsJobs.Server", "Hosting", "ServerHost.cs"));
        var modules = Directory.EnumerateFiles(Handlers, "*Services.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Where(text => Registration().IsMatch(text)).ToList();

        modules.Should().HaveCount(HandlerTypes().Count(), "each folder registers the one type it holds");
        foreach (var module in modules)
        {
            Registration().Count(module).Should().Be(1);
            var line = Method().Match(module).Groups[1].Value;
            Regex.Count(host, $@"\.{line}\(\)").Should().Be(1, line);
        }
    }

    private static IEnumerable<Type> HandlerTypes() =>
        typeof(FailureStreak).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IJobHandler)));

    private static List<string> BlocksOfTheWsdl()
    {
        var wsdl = XDocument.Load(RepositoryFolder.Of("wsdl", "IpsApi-2014-04-03.wsdl"));
        var submission = wsdl.Descendants(Schema + "element").Single(e => (string?)e.Attribute("name") == "submitJobParam");
        var fields = submission.Element(Schema + "complexType")
            ?? wsdl.Descendants(Schema + "complexType").Single(t => (string?)t.Attribute("name") == ((string)submission.Attribute("type")!).Split(':')[^1]);
        return [.. fields.Descendants(Schema + "element").Select(e => (string)e.Attribute("name")!).Where(n => n.EndsWith("Job", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"\[(Fact|Theory|ToolFact)\b")]
    private static partial Regex TestMethod();

    [GeneratedRegex(@"\.Add(System)?JobType<")]
    private static partial Regex Registration();

    [GeneratedRegex(@"public static IServiceCollection (Add\w+)")]
    private static partial Regex Method();
}

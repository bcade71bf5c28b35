using System.Xml.Linq;
using IpsJobs.EndToEnd.Tests.Hosting;
using IpsJobs.Soap;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.EndToEnd.Tests.Samples;

/// <summary>Runs the SoapUI project among the samples step by step against a server: each request with each of its assertions.</summary>
public sealed class SoapUiProjectTests : IClassFixture<RunningServer>, IDisposable
{
    private const string RenewVariable = "IPSJOBS_RENEW_SNAPSHOTS";
    private readonly RunningServer server;
    private readonly LocalWebServer web = new();

    public SoapUiProjectTests(RunningServer server)
    {
        this.server = server;
        web.Answer("/tulip.png", LocalResponse.Ok(ServerWorld.Draw(1)));
    }

    public static TheoryData<string> Cases { get; } = [.. SoapUiProject.Load().Cases.Select(SoapUiProject.NameOf)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task EveryAssertion_Holds_AlsoInASecondRunOnTheSameServer(string name)
    {
        var project = SoapUiProject.Load();
        var testCase = project.Cases.Single(candidate => SoapUiProject.NameOf(candidate) == name);

        foreach (var time in (string[])["first", "second"])
        {
            var run = new SoapUiRun(project, testCase, Settings(project), server.Http);

            (await run.RunAsync()).Should().BeEmpty($"in the {time} run");

            run.Checked.Should().BeGreaterThan(testCase.Descendants(SoapUiProject.Con + "assertion").Count() - 1);
        }
    }

    [Fact]
    public async Task Run_TellsWhatDoesNotHold_WhenAnAssertionIsWrong()
    {
        var project = SoapUiProject.Load();
        var testCase = project.Cases.Single(candidate => SoapUiProject.NameOf(candidate) == "Accounts");
        testCase.Descendants("content").First().Value = "OtherLogin";

        var failures = await new SoapUiRun(project, testCase, Settings(project), server.Http).RunAsync();

        failures.Should().ContainSingle().Which.Should().Contain("checkLogin").And.Contain("[ValidLogin] and not [OtherLogin]");
    }

    [Fact]
    public void Suite_CallsEveryJobOperation()
    {
        var operations = typeof(SoapServices).Assembly.GetTypes()
            .Where(type => type.Namespace == "IpsJobs.Soap.Operations.Jobs" && type.GetInterface("IOperation") is not null)
            .Select(type => char.ToLowerInvariant(type.Name[0]) + type.Name[1..].Replace("Operation", "", StringComparison.Ordinal)).ToList();

        operations.Should().HaveCountGreaterThan(10);
        SoapUiProject.Load().CalledOperations.Should().Contain(operations);
    }

    [Fact]
    public void Project_HasPropertiesForWhatDiffersBetweenServers()
    {
        var project = SoapUiProject.Load();

        SoapUiProject.PropertiesOf(project.Document.Root!).Keys.Should().Contain(["endpoint", "user", "password", "company"]);
        project.Document.Descendants(SoapUiProject.Con + "endpoint").Should().OnlyContain(endpoint => endpoint.Value == "${#Project#endpoint}");
    }

    [Fact]
    public async Task Interfaces_AreTheBindingsOfTheWsdl_WithOperationsThatItHas()
    {
        var wsdl = XDocument.Parse(await server.Http.GetStringAsync(new Uri(server.Service, "?wsdl"))).Root!;
        var bindings = wsdl.Elements().Where(element => element.Name.LocalName == "binding").ToList();
        var served = bindings[0].Elements().Where(element => element.Name.LocalName == "operation").Select(SoapUiProject.NameOf).ToList();
        var project = SoapUiProject.Load();
        if (Environment.GetEnvironmentVariable(RenewVariable) == "1")
            Renew(project, served);

        project.Interfaces.Select(binding => binding.Attribute("bindingName")!.Value).Should().Equal(
            bindings.Select(binding => $"{{{wsdl.Attribute("targetNamespace")!.Value}}}{SoapUiProject.NameOf(binding)}"));
        foreach (var binding in project.Interfaces)
        {
            // A server with more than that is no error: SoapUI's own Update Definition adds it.
            binding.Elements(SoapUiProject.Con + "operation").Select(SoapUiProject.NameOf).Should().OnlyHaveUniqueItems()
                .And.BeSubsetOf(served, "run this test with {0}=1 to make {1} list what the WSDL has", RenewVariable, SoapUiProject.Path)
                .And.Contain(project.CalledOperations);
        }
    }

    public void Dispose() => web.Dispose();

    private static void Renew(SoapUiProject project, IReadOnlyList<string> names)
    {
        foreach (var binding in project.Interfaces)
        {
            var model = binding.Elements(SoapUiProject.Con + "operation").First();
            var indent = model.PreviousNode;
            var operations = names.Select(name => Named(model, name)).ToList();
            binding.Elements(SoapUiProject.Con + "operation").ToList().ForEach(Drop);
            binding.Elements(SoapUiProject.Con + "endpoints").Single().AddAfterSelf(operations.SelectMany(operation => new XNode[] { new XText((XText)indent!), operation }));
        }

        File.WriteAllText(SoapUiProject.Path, project.Document.Declaration + project.Document.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Named(XElement model, string name)
    {
        var operation = new XElement(model);
        foreach (var attribute in (string[])["name", "bindingOperationName", "action"])
            operation.SetAttributeValue(attribute, name);
        return operation;
    }

    private static void Drop(XElement operation)
    {
        operation.PreviousNode!.Remove();
        operation.Remove();
    }

    private Dictionary<string, string> Settings(SoapUiProject project) => new(SoapUiProject.PropertiesOf(project.Document.Root!))
    {
        ["endpoint"] = server.Service.AbsoluteUri,
        ["user"] = RunningServer.Email,
        ["password"] = RunningServer.Password,
        ["picture"] = web.UrlOf("/tulip.png").ToString(),
    };
}

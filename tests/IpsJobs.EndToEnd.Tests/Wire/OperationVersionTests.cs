using System.Net;
using IpsJobs.Contracts;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Crosses the operations of the server with the versions of the API: replies are what each version's WSDL promises.</summary>
public abstract class OperationVersionTests(LiveWorld world)
{
    private static readonly string[] Listings =
    [
        "getActiveJobs", "getScheduledJobs", "getJobLogs", "getJobLogDetails", "getAssetJobLogs", "getAllCompanies", "getUsers", "getAllUsers",
        "getSystemProperties", "getDiskUsage", "getAssets", "getAssetsByName", "checkAssetNames", "getOriginalFilePaths", "getZipEntries", "getPublishContexts",
    ];

    private static readonly ContractVersion[] Versions =
    [
        .. ContractVersion.All,
        ContractVersion.Find(ContractVersion.BaseNamespace + "/2014-04-03-beta")!,
        ContractVersion.Find(ContractVersion.BaseNamespace + "/2016-01-14")!,
    ];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var operation in OperationRequests.Operations)
            {
                foreach (var version in Versions)
                    cases.Add(operation, version.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Reply_IsValidByTheWsdlOfTheVersion(string operation, string versionName)
    {
        var version = Versions.Single(candidate => candidate.Name == versionName);
        var contract = ContractOperations.Find(operation)!;
        var job = $"{operation} in {version}";
        if (OperationRequests.NeedsJob(operation))
            await world.SubmitAsync(job, LiveWorld.Publish, "<execSchedule>0 30 4 1 1 ?</execSchedule>");

        if (OperationRequests.NeedsUser(operation))
            await world.AddUserAsync();

        if (OperationRequests.NeedsAsset(operation))
            await world.AddAssetAsync();

        var answer = await world.Server.PostAsync(
            Wire.Envelope(OperationRequests.Body(world, operation, version, job), OperationRequests.Caller(operation)));

        if (world.IsStrict && version < contract.Since)
        {
            answer.Code.Should().Be(30003, answer.Text);
            return;
        }

        if (world.IsStrict && OperationRequests.IsIncomplete(operation, version))
        {
            answer.Reason.Should().Contain("'membershipArray' does not exist", answer.Text);
            return;
        }

        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        answer.Body.Name.LocalName.Should().Be(contract.ReplyElement);
        answer.Body.Name.NamespaceName.Should().Be(version.Namespace);
        if (version >= contract.Since)
            ReplySchema.FindErrors(version, answer.Body).Should().BeEmpty(answer.Text);
        if (Listings.Contains(operation))
            answer.Body.Elements().Single().Elements().Should().NotBeEmpty("an empty list proves little");
    }

    [Fact]
    public async Task EveryOperation_IsInTheTable_UnlessTheServerDoesNotHaveIt()
    {
        foreach (var operation in ContractOperations.All.Where(candidate => !OperationRequests.Operations.Contains(candidate.Name)))
        {
            var answer = await world.Server.PostAsync(Wire.Envelope($"<{operation.RequestElement} xmlns=\"{Wire.Latest}\"/>"));

            answer.Reason.Should().Be(
                $"Operation '{operation.Name}' is not available on this server", "an operation of the server needs a request in the table");
        }
    }

    [Fact]
    public void Validation_FindsErrors_WhenAnElementIsOfAnotherVersion()
    {
        var reply = System.Xml.Linq.XElement.Parse(
            $"<checkLoginReturn xmlns=\"{ContractVersion.Latest.Namespace}\"><status>Valid</status><imsOrgId/></checkLoginReturn>");

        ReplySchema.FindErrors(ContractVersion.Latest, reply).Should().NotBeEmpty("otherwise no test here could fail");
        ReplySchema.FindErrors(ContractVersion.Unversioned, reply).Should().NotBeEmpty("the namespace is not that of the version");
    }
}

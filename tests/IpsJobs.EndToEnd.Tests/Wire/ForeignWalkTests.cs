using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.EndToEnd.Tests.Hosting;

namespace IpsJobs.EndToEnd.Tests.OverTheWire;

/// <summary>Every operation, called by a stranger with the handles of another company: nothing is done there and nothing told.</summary>
public sealed class ForeignWalkTests(LenientWorld world) : IClassFixture<LenientWorld>
{
    private const string Stranger = "stranger@example.com";

    // These speak of the caller or of the server, whatever they are sent, or make something of the stranger's own.
    private static readonly string[] OfNoCompany =
        ["checkLogin", "getCompanyInfo", "getCompanyMembership", "getUserInfo", "generatePassword", "getProperty", "getSystemProperties", "setPassword"];

    // A role in one company is not enough for these.
    private static readonly string[] Everywhere = ["getAllCompanies"];

    public static TheoryData<string> Operations => [.. OperationRequests.Operations.Except(OfNoCompany)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_RevealsAndChangesNothing_WhenItsHandlesAreForeign(string operation)
    {
        var stranger = await StrangerAsync(operation);
        foreach (var company in new[] { "c|47", "c|48" })
        {
            await world.AddAssetAsync();
            await world.AddUserAsync();
            var before = Snapshot();
            var body = OperationRequests.Body(world, operation, ContractVersion.Latest, "foreign " + operation)
                .Replace("<companyHandle>c|47</companyHandle>", $"<companyHandle>{company}</companyHandle>", StringComparison.Ordinal);

            var answer = await world.Server.PostAsync(Wire.Envelope(body, stranger));

            if (body.Contains("c|47", StringComparison.Ordinal))
                answer.Code.Should().BeOneOf([Everywhere.Contains(operation) ? 20003 : 20006, 20004, 20005, 30001], $"{operation} was answered {answer.Text}");
            Snapshot().Should().Equal(before, $"{operation} was answered {answer.Text}");
            var told = answer.Text.Replace(world.NextAsset, "", StringComparison.Ordinal);
            told.Should().NotContain("SampleCompany/Pictures").And.NotContain(LiveWorld.Finished).And.NotContain(RunningServer.Email);
        }
    }

    [Theory]
    [InlineData("deleteAssets")]
    [InlineData("restoreAssetsFromTrash")]
    [InlineData("emptyAssetsFromTrash")]
    [InlineData("moveAssets")]
    [InlineData("setAssetsPublishState")]
    [InlineData("setAssetsContextState")]
    [InlineData("forceRepublishAssets")]
    public async Task Batch_AnswersTheSame_ForForeignAssetsAndForNone(string operation)
    {
        await world.AddAssetAsync();

        var foreign = await CallAsync(operation, world.NextAsset);
        var none = await CallAsync(operation, "a|987654321");

        foreign.Should().Contain("<errorCount>1</errorCount>").And.Contain("30001");
        foreign.Replace(world.NextAsset, "X", StringComparison.Ordinal).Should().Be(none.Replace("a|987654321", "X", StringComparison.Ordinal));
    }

    // Somebody whose role may call the operation, so that it is the company and not the role that is refused.
    private async Task<string> StrangerAsync(string operation)
    {
        string[] roles = [UserRoles.IpsUser, UserRoles.IpsCompanyAdmin, UserRoles.ImagePortalAdmin];
        var role = roles.FirstOrDefault(role => RoleMatrix.Allows(operation, role, strict: true));
        if (role is null)
            return Everywhere.Contains(operation) ? Stranger : throw new InvalidOperationException($"Nobody may call {operation}");
        return (await world.Server.AddUserAsync($"{Guid.NewGuid():N}@example.com", 48, role)).Email;
    }

    private async Task<string> CallAsync(string operation, string handle)
    {
        var body = OperationRequests.Body(world, operation, ContractVersion.Latest, "foreign")
            .Replace("c|47", "c|48", StringComparison.Ordinal)
            .Replace(world.NextAsset, handle, StringComparison.Ordinal);
        return (await world.Server.PostAsync(Wire.Envelope(body, Stranger))).Body.ToString();
    }

    // What strangers could change of company 47; jobs go on meanwhile and do not count.
    private List<string> Snapshot() =>
    [
        .. new StoreReader(world.Server.Data).List(
            """
            SELECT "AssetId" || '|' || "Name" || '|' || "Folder" || '|' || "TrashState" || '|' || "ReadyForPublish" || '|' || coalesce("Details", '')
            FROM "Assets" WHERE "CompanyId" = 47
            UNION ALL SELECT 'folder ' || "Path" FROM "Folders" WHERE "CompanyId" = 47
            UNION ALL SELECT 'mark ' || m."AssetId" || '|' || m."IsMarked" FROM "AssetContextMarks" m JOIN "Assets" a ON a."AssetId" = m."AssetId" WHERE a."CompanyId" = 47
            UNION ALL SELECT 'member ' || m."SetId" || '|' || m."AssetId" FROM "SetMembers" m JOIN "Assets" a ON a."AssetId" = m."SetId" WHERE a."CompanyId" = 47
            UNION ALL SELECT 'user ' || u."Email" || '|' || m."Role" FROM "Memberships" m JOIN "Users" u ON u."UserId" = m."UserId" WHERE m."CompanyId" = 47
            UNION ALL SELECT 'company ' || "Name" || '|' || "OverwriteMode" || '|' || "DiskSpaceWarningMin" || '|' || "EmailTrashCleanupWarning" FROM "Companies" WHERE "CompanyId" = 47
            UNION ALL SELECT 'job ' || "TriggerId" || '|' || "State" FROM "Triggers" WHERE "CompanyId" = 47
            """,
            r => r.GetString(0)),
    ];
}

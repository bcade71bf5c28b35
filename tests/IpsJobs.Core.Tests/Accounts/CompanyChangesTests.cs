using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Testing.Fakes;

namespace IpsJobs.Core.Tests.Accounts;

public sealed class CompanyChangesTests
{
    private readonly AccountWorld world = new();
    private readonly FakeAssetStore assets;
    private readonly CompanyChanges changes;

    public CompanyChangesTests()
    {
        assets = new FakeAssetStore(world.Time);
        changes = new CompanyChanges(world.Companies, new AssetLookup(assets), world.Administration);
        Add(AccountWorld.Home, AssetTypes.IccProfile);
        Add(AccountWorld.Home, AssetTypes.Xsl);
        Add(AccountWorld.Home, AssetTypes.IccProfile);
        Add(AccountWorld.Other, AssetTypes.IccProfile);
        assets.Put(assets.All[2] with { TrashState = TrashStates.InTrash });
    }

    [Theory]
    [InlineData(" New one ", 0)]
    [InlineData("Company 47", 30000)]
    [InlineData(" ", 30001)]
    [InlineData("a|b", 30001)]
    [InlineData("tab\tulator", 30001)]
    public async Task Add_WantsANameThatIsFree(string name, int code)
    {
        (await AccountWorld.CodeAsync(() => changes.AddAsync(world.By(AccountWorld.Root, "addCompany"), new NewCompany(name), default)))
            .Should().Be(code);

        world.Directory.Companies.Should().HaveCount(code == 0 ? 3 : 2);
    }

    [Fact]
    public async Task Add_MakesTheCallerAMember_UnlessAnIpsAdminAdds()
    {
        var first = await changes.AddAsync(world.By(AccountWorld.Root, "addCompany"), new NewCompany("One"), default);
        var second = await changes.AddAsync(world.By(AccountWorld.TrialAdmin, "addCompany"), new NewCompany("Two"), default);

        world.Directory.Accounts.Should().NotContain(a => a.Memberships.Any(m => m.CompanyId == first.CompanyId));
        world.Get(AccountWorld.TrialAdmin).RoleIn(second.CompanyId).Should().Be(UserRoles.TrialSiteAdmin);
    }

    [Fact]
    public async Task ChangeSettings_ChangesWhatIsGiven_AndLeavesTheRest()
    {
        await ChangeAsync(new CompanySettingsChange
        {
            OverwriteMode = OverwriteModes.OverwriteAnyExt,
            RetainPublishState = true,
            DefaultSourceProfileHandle = "a|1",
            DefaultDisplayProfileHandle = "a|1|13|1",
            IptcExifMappingXsltHandle = "a|2",
            XmpMappingXsltHandle = "a|2",
            DiskSpaceWarningMin = 7,
            EmailTrashCleanupWarning = true,
        });
        var all = world.Directory.Companies[0];
        await ChangeAsync(new CompanySettingsChange { DefaultSourceProfileHandle = "", DiskSpaceWarningMin = 0 });

        all.Should().BeEquivalentTo(new
        {
            OverwriteMode = OverwriteModes.OverwriteAnyExt,
            RetainPublishState = true,
            DefaultSourceProfileId = 1,
            DefaultDisplayProfileId = 1,
            IptcExifMappingXsltId = 2,
            XmpMappingXsltId = 2,
            DiskSpaceWarningMin = 7,
            EmailTrashCleanupWarning = true,
        });
        world.Directory.Companies[0].Should().Be(all with { DefaultSourceProfileId = null, DiskSpaceWarningMin = 0 });
    }

    public static TheoryData<CompanySettingsChange> Wrong =>
    [
        new() { OverwriteMode = "Never" },
        new() { DiskSpaceWarningMin = -1 },
        new() { DefaultSourceProfileHandle = "nonsense" },
        new() { DefaultSourceProfileHandle = "a|99" },
        new() { DefaultSourceProfileHandle = "a|2" },
        new() { DefaultDisplayProfileHandle = "a|3" },
        new() { XmpMappingXsltHandle = "a|1" },
        new() { IptcExifMappingXsltHandle = "a|2|1|2" },
        new() { DefaultSourceProfileHandle = "a|4" },
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task ChangeSettings_RefusesAll_WhenOneIsWrong(CompanySettingsChange wrong)
    {
        var before = world.Directory.Companies[0];

        (await AccountWorld.CodeAsync(() => ChangeAsync(wrong with { EmailTrashCleanupWarning = true }))).Should().Be(30001);

        world.Directory.Companies[0].Should().Be(before);
    }

    private Task ChangeAsync(CompanySettingsChange change) =>
        changes.ChangeSettingsAsync(world.By(AccountWorld.Admin, "setCompanySettings"), "c|47", change, default);

    private void Add(int companyId, string type)
    {
        var name = $"asset{assets.All.Count}";
        assets.Apply(new AddAsset(companyId, name, NameSpace.Catalog, ReadyForPublish: false, new AssetContent
        {
            Type = type, Folder = "Company/", FileName = name + ".x", FileSize = 1, Sha256 = new byte[32],
        }, UserId: 1));
    }
}

using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using Microsoft.EntityFrameworkCore;

namespace IpsJobs.Storage.Tests.Assets;

/// <summary>Reading assets.</summary>
public abstract class AssetSuite : StoreTest
{
    private long instanceId;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        instanceId = (await Jobs.AddInstanceAsync(AJob.New(), None)).InstanceId;
        await Jobs.StartInstanceAsync(AJob.Start(instanceId), None);
    }

    [Fact]
    public async Task Find_StaysInTheCompany_WhenTheIdBelongsToAnother()
    {
        var id = await AddAsync(AJob.Add());

        (await Assets.FindAsync(47, id, None))!.Name.Should().Be("shoe");
        (await Assets.FindAsync(48, id, None)).Should().BeNull();
        (await Assets.FindAsync(47, id + 1, None)).Should().BeNull();
    }

    [Fact]
    public async Task FindByName_ComparesExactly_WhenCaseOrNameSpaceDiffer()
    {
        var id = await AddAsync(AJob.Add());

        (await Assets.FindByNameAsync(47, NameSpace.Catalog, "shoe", None))!.AssetId.Should().Be(id);
        (await Assets.FindByNameAsync(47, NameSpace.Catalog, "Shoe", None)).Should().BeNull();
        (await Assets.FindByNameAsync(47, NameSpace.Static, "shoe", None)).Should().BeNull();
        (await Assets.FindByNameAsync(48, NameSpace.Catalog, "shoe", None)).Should().BeNull();
    }

    [Fact]
    public async Task FindByName_FindsTheTrash_BecauseItKeepsNamesReserved()
    {
        var id = await AddAsync(AJob.Add());
        await TrashAsync(id);

        (await Assets.FindByNameAsync(47, NameSpace.Catalog, "shoe", None))!.TrashState.Should().Be(TrashStates.InTrash);
    }

    [Fact]
    public async Task ListForPublish_ListsMarkedAssets_WhenNotAllAreAskedFor()
    {
        var marked = await AddAsync(AJob.Add("a"));
        var unmarked = await AddAsync(AJob.Add("b") with { ReadyForPublish = false });
        await TrashAsync(await AddAsync(AJob.Add("c")));
        await AddAsync(AJob.Add("d", companyId: 48));

        (await ListAsync(all: false)).Select(a => a.AssetId).Should().Equal(marked);
        (await ListAsync(all: true)).Select(a => a.AssetId).Should().Equal(marked, unmarked);
    }

    [Fact]
    public async Task ListForPublish_CrossesPages_WhenThereAreManyAssets()
    {
        await Task.WhenAll(Enumerable.Range(0, 1001).Select(i => AddAsync(AJob.Add("a" + i))));

        var listed = await ListAsync(all: false);

        listed.Should().HaveCount(1001).And.OnlyHaveUniqueItems(a => a.AssetId).And.BeInAscendingOrder(a => a.AssetId);
        listed.Should().OnlyContain(a => a.Content.ProjectIds.Count == 2);
    }

    [Fact]
    public async Task IsOptimizedInUse_LooksAtTheCompany_WhenPathsAreEqual()
    {
        await AddAsync(AJob.Add());
        var path = AJob.Content().Optimized!.Path;

        (await Assets.IsOptimizedInUseAsync(47, path, None)).Should().BeTrue();
        (await Assets.IsOptimizedInUseAsync(48, path, None)).Should().BeFalse();
        (await Assets.IsOptimizedInUseAsync(47, path + "x", None)).Should().BeFalse();
    }

    private async Task<long> AddAsync(AddAsset asset) =>
        (await Jobs.CommitItemAsync(AJob.Item(instanceId, $"{asset.CompanyId}/{asset.Name}") with { Asset = asset }, None))!.Value;

    private async Task TrashAsync(long assetId)
    {
        await using var db = Tables();
        await db.Assets.Where(a => a.AssetId == assetId).ExecuteUpdateAsync(a => a.SetProperty(x => x.TrashState, TrashStates.InTrash));
    }

    private async Task<List<StoredAsset>> ListAsync(bool all)
    {
        var assets = new List<StoredAsset>();
        await foreach (var asset in Assets.ListForPublishAsync(47, contextId: 3, all, None))
            assets.Add(asset);
        return assets;
    }
}

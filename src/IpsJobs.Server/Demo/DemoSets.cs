using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Server.Demo;

/// <summary>Shows sets, which are records in the database and no files.</summary>
internal sealed class DemoSets(IAssetStore assets, int companyId)
{
    /// <summary>The sets that a job has made or changed, each with its members in their order.</summary>
    public async Task<string> DescribeAsync(JobLog log, CancellationToken cancellationToken)
    {
        var names = log.DetailArray?.Items.Where(row => row.LogType is LogTypes.UploadSuccess or LogTypes.FileUpdated).Select(row => row.AssetName!) ?? [];
        var sets = new List<string>();
        foreach (var name in names)
            if (await assets.FindByNameAsync(companyId, NameSpace.Catalog, name, cancellationToken) is { } set)
                sets.Add($"{set.Content.Type} {set.Content.Folder}{set.Name} of {await MembersAsync(set, cancellationToken)}");
        return $"made {string.Join("; ", sets)}";
    }

    private async Task<string> MembersAsync(StoredAsset set, CancellationToken cancellationToken)
    {
        var members = await assets.ListMembersAsync(set.AssetId, cancellationToken);
        var found = (await assets.FindManyAsync(companyId, [.. members.Select(m => m.AssetId).Distinct()], cancellationToken))
            .ToDictionary(a => a.AssetId, a => a.Name);
        return string.Join(", ", members.Select(m => found[m.AssetId]));
    }
}

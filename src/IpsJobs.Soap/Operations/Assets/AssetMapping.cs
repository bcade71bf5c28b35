using IpsJobs.Contracts;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Projects;
using IpsJobs.Core.Text;
using IpsJobs.Soap.Operations.Jobs;
using Company = IpsJobs.Core.Accounts.Company;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Shows assets as the contract has them; what the version of a reply lacks is left out when it is written.</summary>
internal sealed class AssetMapping(IAccountDirectory accounts, IProjectStore projects, ImageUrls imageUrls)
{
    public async Task<AssetArray> ToContractAsync(
        IReadOnlyCollection<StoredAsset> assets, Company company, OperationCall call, CancellationToken cancellationToken)
    {
        var names = await ProjectNamesAsync(assets, company, cancellationToken);
        var array = new AssetArray();
        foreach (var asset in assets)
            array.Items.Add(await ToContractAsync(asset, company, names, call, cancellationToken));
        return array;
    }

    public async Task<Asset> ToContractAsync(StoredAsset asset, Company company, OperationCall call, CancellationToken cancellationToken)
    {
        var names = await ProjectNamesAsync([asset], company, cancellationToken);
        return await ToContractAsync(asset, company, names, call, cancellationToken);
    }

    private async Task<Asset> ToContractAsync(
        StoredAsset asset, Company company, Dictionary<long, string> projectNames, OperationCall call, CancellationToken cancellationToken)
    {
        var content = asset.Content;
        var contract = new Asset
        {
            AssetHandle = asset.FullHandle.ToString(call.Handles),
            Type = content.Type,
            SubType = Blank.ToNull(content.SubType),
            Name = asset.Name,
            FileName = content.FileName,
            Folder = content.Folder,
            FolderHandle = new FolderHandle(content.Folder).ToString(call.Dialect.Folders),
            ReadyForPublish = asset.ReadyForPublish,
            TrashState = asset.TrashState,
            Projects = Projects(content, projectNames),
            IpsImageUrl = await imageUrls.FindAsync(asset, company, cancellationToken),
            Created = asset.CreatedUtc.UtcDateTime,
            CreateUser = await EmailAsync(asset.CreatedBy, cancellationToken),
            LastModified = asset.ModifiedUtc.UtcDateTime,
            LastModifyUser = await EmailAsync(asset.ModifiedBy, cancellationToken),
            MetadataArray = MetadataMapping.ToContract(content),
        };
        AssetInfoBlocks.Fill(contract, asset, company);
        return contract;
    }

    private async Task<string?> EmailAsync(int userId, CancellationToken cancellationToken) =>
        userId == 0 ? null : (await accounts.FindAccountAsync(userId, cancellationToken))?.User.Email;

    private async Task<Dictionary<long, string>> ProjectNamesAsync(
        IReadOnlyCollection<StoredAsset> assets, Company company, CancellationToken cancellationToken)
    {
        if (assets.All(asset => asset.Content.ProjectIds.Count == 0))
            return [];
        return (await projects.ListAsync(company.CompanyId, cancellationToken)).ToDictionary(project => project.ProjectId, project => project.Name);
    }

    // Names may hold commas, so they are escaped as keywords are.
    private static string? Projects(AssetContent content, Dictionary<long, string> names) =>
        Blank.ToNull(XmpKeywords.Format(content.ProjectIds.Where(names.ContainsKey).Select(id => names[id])));
}

using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Assets;

/// <summary>Finds the assets that a request changes.</summary>
/// <remarks>An emptied asset is gone for everybody; only the trash itself still asks for it.</remarks>
public sealed class AssetTargets(AssetLookup lookup)
{
    /// <exception cref="RuleViolationException">30002 when absent, 30001 for what names no asset of the company, 30000 for one in the trash.</exception>
    public async Task<StoredAsset> RequirePresentAsync(Company company, string? handle, string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(handle))
            throw Violations.Missing(path);
        var asset = await lookup.RequireAsync(company.CompanyId, handle, path, cancellationToken);
        return asset.TrashState switch
        {
            TrashStates.NotInTrash => asset,
            TrashStates.InEmptiedTrash => throw Violations.InvalidHandle(handle, path),
            _ => throw Violations.AssetInTrash(asset.Name),
        };
    }

    /// <summary>As <see cref="RequirePresentAsync"/>, and holds the asset's name; once more then, because an upload may have changed it before.</summary>
    public async Task<StoredAsset> HoldPresentAsync(
        CompanyEdit edit, Company company, string? handle, string path, CancellationToken cancellationToken)
    {
        var asset = await RequirePresentAsync(company, handle, path, cancellationToken);
        await edit.HoldAsync(asset.Name, cancellationToken);
        return await RequirePresentAsync(company, handle, path, cancellationToken);
    }

    /// <summary>The assets that the handles name, in their order; null where one names none.</summary>
    public Task<IReadOnlyList<StoredAsset?>> FindManyAsync(Company company, IReadOnlyList<string> handles, CancellationToken cancellationToken) =>
        lookup.FindManyAsync(company.CompanyId, handles, cancellationToken);

    /// <summary>As <see cref="FindManyAsync"/>, with the names of the assets held.</summary>
    public async Task<IReadOnlyList<StoredAsset?>> HoldManyAsync(
        CompanyEdit edit, Company company, IReadOnlyList<string> handles, CancellationToken cancellationToken)
    {
        foreach (var asset in (await FindManyAsync(company, handles, cancellationToken)).OfType<StoredAsset>())
            await edit.HoldAsync(asset.Name, cancellationToken);
        // Once more, because uploads may have changed them before their names were held.
        return await FindManyAsync(company, handles, cancellationToken);
    }
}

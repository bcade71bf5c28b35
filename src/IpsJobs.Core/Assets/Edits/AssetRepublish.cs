using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Assets;

/// <summary>Has assets delivered again with the next publish, also an incremental one.</summary>
public sealed class AssetRepublish(CompanyAccess companies, AssetTargets targets, EditRunner runner)
{
    private const string ArrayPath = "assetHandleArray";

    /// <param name="request">Who asks.</param>
    /// <param name="companyHandle">The company.</param>
    /// <param name="handles">The assets.</param>
    /// <param name="files">Whether files are delivered again.</param>
    /// <param name="records">Whether records of the catalog are; who says neither wants both.</param>
    /// <param name="cancellationToken">Counts until the changes begin.</param>
    public async Task<IReadOnlyList<EditOutcome>> ForceAsync(
        RequestContext request, string? companyHandle, IReadOnlyList<string> handles, bool? files, bool? records, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        AssetLookup.RequireCount(handles.Count, ArrayPath);
        // Files are always delivered with their record; a call that wants neither is taken at its name.
        var withFiles = files == true || records != true;
        var found = await targets.FindManyAsync(company, handles, cancellationToken);
        var plan = handles.Select((handle, i) => Plan(handle, found[i], withFiles, request.Caller.User.UserId)).ToList();
        return await runner.RunAsync(company, plan, cancellationToken);
    }

    private static (EditOutcome, AssetChange?) Plan(string handle, StoredAsset? asset, bool withFiles, int user)
    {
        var outcome = new EditOutcome(handle);
        return asset?.TrashState switch
        {
            TrashStates.NotInTrash => (outcome, new RepublishAsset(asset.AssetId, withFiles, user)),
            TrashStates.InTrash => (outcome with { Error = Violations.AssetInTrash(asset.Name) }, null),
            _ => (outcome with { Error = Violations.InvalidHandle(handle, ArrayPath) }, null),
        };
    }
}

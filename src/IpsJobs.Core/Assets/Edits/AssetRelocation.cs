using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Assets;

/// <summary>Renames assets and moves them between folders; their originals go with them.</summary>
public sealed class AssetRelocation(
    CompanyAccess companies, AssetTargets targets, AssetLookup lookup, CompanyEdits edits, EditRunner runner)
{
    /// <summary>Gives an asset another name; its file keeps the extension.</summary>
    /// <remarks>Names are always unique, whether the client asks for the check or not.</remarks>
    /// <exception cref="RuleViolationException">30002 without a name, 30001 for one that no asset may have, 30000 for one in use.</exception>
    public async Task RenameAsync(
        RequestContext request, string? companyHandle, string? handle, string? newName, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        if (string.IsNullOrWhiteSpace(newName))
            throw Violations.Missing("newName");
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        var asset = await targets.RequirePresentAsync(company, handle, "assetHandle", cancellationToken);
        var name = CleanName(asset, newName.Trim());
        await edit.HoldAsync(asset.Name, cancellationToken);
        await edit.HoldAsync(name, cancellationToken);
        asset = await targets.RequirePresentAsync(company, handle, "assetHandle", cancellationToken);
        var to = AssetPlace.Of(asset) with { Name = name, FileName = FileNameOf(asset, name) };
        if (to != AssetPlace.Of(asset))
            await runner.RunAsync(company, await PlanAsync(asset, to, request, cancellationToken), cancellationToken);
    }

    /// <summary>Moves an asset into a folder, which is made when it does not exist.</summary>
    /// <exception cref="RuleViolationException">30001 for handles that name no asset or no folder of the company.</exception>
    public async Task MoveAsync(
        RequestContext request, string? companyHandle, string? handle, string? folderHandle, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        var folder = FolderPaths.Require(company, folderHandle, "folderHandle");
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        var asset = await targets.HoldPresentAsync(edit, company, handle, "assetHandle", cancellationToken);
        if (asset.Content.Folder != folder)
            await runner.RunAsync(
                company, await PlanAsync(asset, AssetPlace.Of(asset) with { Folder = folder }, request, cancellationToken), cancellationToken);
    }

    /// <summary>Moves assets, each into its folder; those that lie there already are warned of.</summary>
    public async Task<IReadOnlyList<EditOutcome>> MoveManyAsync(
        RequestContext request, string? companyHandle, IReadOnlyList<(string Asset, string Folder)> moves, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        AssetLookup.RequireCount(moves.Count, "assetMoveArray");
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        var handles = moves.Select(m => m.Asset).ToList();
        var found = await targets.HoldManyAsync(edit, company, handles, cancellationToken);
        var seen = new HashSet<long>();
        var plan = new List<(EditOutcome, AssetChange?)>();
        for (var i = 0; i < moves.Count; i++)
            plan.Add(await PlanMoveAsync(company, found[i], moves[i], seen, request, cancellationToken));
        return await runner.RunAsync(company, plan, cancellationToken);
    }

    private async Task<(EditOutcome, AssetChange?)> PlanMoveAsync(
        Company company, StoredAsset? asset, (string Asset, string Folder) move, HashSet<long> seen, RequestContext request,
        CancellationToken cancellationToken)
    {
        var outcome = new EditOutcome(move.Asset);
        try
        {
            if (asset is null || asset.TrashState == TrashStates.InEmptiedTrash)
                throw Violations.InvalidHandle(move.Asset, "assetMoveArray");
            var folder = FolderPaths.Require(company, move.Folder, "assetMoveArray");
            if (asset.TrashState != TrashStates.NotInTrash)
                throw Violations.AssetInTrash(asset.Name);
            if (!seen.Add(asset.AssetId))
                return (outcome with { Warning = Violations.NamedTwice(asset.Name) }, null);
            if (asset.Content.Folder == folder)
                return (outcome with { Warning = Violations.AlreadyInFolder(asset.Name, folder) }, null);
            var to = AssetPlace.Of(asset) with { Folder = folder };
            return (outcome, await PlanAsync(asset, to, request, cancellationToken));
        }
        catch (RuleViolationException refused)
        {
            return (outcome with { Error = refused }, null);
        }
    }

    private async Task<RelocateAsset> PlanAsync(StoredAsset asset, AssetPlace to, RequestContext request, CancellationToken cancellationToken)
    {
        if (await lookup.IsTakenAsync(asset, to, cancellationToken))
            throw Violations.NameTaken(to.Name);
        return new RelocateAsset(asset.AssetId, AssetPlace.Of(asset), to, request.Caller.User.UserId);
    }

    private static string CleanName(StoredAsset asset, string newName)
    {
        var extension = asset.Extension;
        var fileName = newName + extension;
        return AssetNaming.Clean(fileName) is { } cleaned && cleaned == fileName.Normalize(System.Text.NormalizationForm.FormC)
            ? cleaned[..^extension.Length]
            : throw Violations.InvalidValue(newName, "newName");
    }

    // Assets that never had a file, such as sets, may have no file name either.
    private static string FileNameOf(StoredAsset asset, string name) => asset.Content.FileName.Length == 0 ? "" : name + asset.Extension;
}

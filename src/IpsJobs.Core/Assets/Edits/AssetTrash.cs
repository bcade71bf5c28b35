using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Assets;

/// <summary>Puts assets into the trash, takes them out again and empties it.</summary>
/// <remarks>The trash keeps names, files and memberships; an emptied asset goes with the next Cleanup.</remarks>
public sealed class AssetTrash(CompanyAccess companies, AssetTargets targets, CompanyEdits edits, EditRunner runner)
{
    private const string ArrayPath = "assetHandleArray";

    /// <summary>Puts one asset into the trash.</summary>
    /// <exception cref="RuleViolationException">30001 for an unknown asset, 30000 for one that is in the trash already.</exception>
    public async Task DeleteAsync(RequestContext request, string? companyHandle, string? handle, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        var asset = await targets.RequirePresentAsync(company, handle, "assetHandle", cancellationToken);
        await edit.HoldAsync(asset.Name, cancellationToken);
        await runner.RunAsync(company, new TrashAsset(asset.AssetId, request.Caller.User.UserId), cancellationToken);
    }

    /// <summary>Puts assets into the trash; those that are there already are warned of.</summary>
    public Task<IReadOnlyList<EditOutcome>> DeleteManyAsync(
        RequestContext request, string? companyHandle, IReadOnlyList<string> handles, CancellationToken cancellationToken) =>
        ChangeAsync(request, companyHandle, handles, PlanDelete, cancellationToken);

    /// <summary>Takes assets out of the trash; those that are not in it are warned of, emptied ones are errors.</summary>
    public Task<IReadOnlyList<EditOutcome>> RestoreAsync(
        RequestContext request, string? companyHandle, IReadOnlyList<string> handles, CancellationToken cancellationToken) =>
        ChangeAsync(request, companyHandle, handles, PlanRestore, cancellationToken);

    /// <summary>Gives assets of the trash up; those emptied before are warned of, those not in the trash are errors.</summary>
    public Task<IReadOnlyList<EditOutcome>> EmptyAsync(
        RequestContext request, string? companyHandle, IReadOnlyList<string> handles, CancellationToken cancellationToken) =>
        ChangeAsync(request, companyHandle, handles, PlanEmpty, cancellationToken);

    private async Task<IReadOnlyList<EditOutcome>> ChangeAsync(
        RequestContext request,
        string? companyHandle,
        IReadOnlyList<string> handles,
        Func<StoredAsset, EditOutcome, int, (EditOutcome, AssetChange?)> planOne,
        CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        AssetLookup.RequireCount(handles.Count, ArrayPath);
        using var edit = await edits.BeginAsync(company.CompanyId, cancellationToken);
        var found = await targets.HoldManyAsync(edit, company, handles, cancellationToken);
        var seen = new HashSet<long>();
        var plan = new List<(EditOutcome, AssetChange?)>();
        for (var i = 0; i < handles.Count; i++)
            plan.Add(Plan(handles[i], found[i], seen, a => planOne(a, new EditOutcome(handles[i]), request.Caller.User.UserId)));
        return await runner.RunAsync(company, plan, cancellationToken);
    }

    private static (EditOutcome, AssetChange?) Plan(
        string handle, StoredAsset? asset, HashSet<long> seen, Func<StoredAsset, (EditOutcome, AssetChange?)> planOne)
    {
        if (asset is null)
            return (new EditOutcome(handle, Error: Violations.InvalidHandle(handle, ArrayPath)), null);
        return seen.Add(asset.AssetId) ? planOne(asset) : (new EditOutcome(handle, Warning: Violations.NamedTwice(asset.Name)), null);
    }

    private static (EditOutcome, AssetChange?) PlanDelete(StoredAsset asset, EditOutcome outcome, int user) => asset.TrashState switch
    {
        TrashStates.NotInTrash => (outcome, new TrashAsset(asset.AssetId, user)),
        TrashStates.InTrash => (outcome with { Warning = Violations.AssetInTrash(asset.Name) }, null),
        _ => (outcome with { Error = Violations.InvalidHandle(outcome.Handle, ArrayPath) }, null),
    };

    private static (EditOutcome, AssetChange?) PlanRestore(StoredAsset asset, EditOutcome outcome, int user) => asset.TrashState switch
    {
        TrashStates.InTrash => (outcome, new RestoreAsset(asset.AssetId, user)),
        TrashStates.NotInTrash => (outcome with { Warning = Violations.AssetNotInTrash(asset.Name) }, null),
        _ => (outcome with { Error = Violations.InvalidHandle(outcome.Handle, ArrayPath) }, null),
    };

    private static (EditOutcome, AssetChange?) PlanEmpty(StoredAsset asset, EditOutcome outcome, int user) => asset.TrashState switch
    {
        TrashStates.InTrash => (outcome, new EmptyAsset(asset.AssetId, user)),
        TrashStates.NotInTrash => (outcome with { Error = Violations.AssetNotInTrash(asset.Name) }, null),
        _ => (outcome with { Warning = Violations.AssetEmptied(asset.Name) }, null),
    };
}

using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;

namespace IpsJobs.Core.Assets;

/// <summary>Marks assets for publish, for all contexts or for single ones.</summary>
public sealed class AssetMarks(CompanyAccess companies, IAccountDirectory accounts, AssetTargets targets, EditRunner runner)
{
    /// <summary>Marks one asset.</summary>
    /// <exception cref="RuleViolationException">30002 for what is missing; 30001 for no state, no asset or no context of the company.</exception>
    public async Task MarkAsync(
        RequestContext request, string? companyHandle, string? handle, string? state, IReadOnlyList<string>? contexts, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        var isMarked = ReadState(state, "publishState");
        var known = await ContextIdsAsync(company, cancellationToken);
        var asset = await targets.RequirePresentAsync(company, handle, "assetHandle", cancellationToken);
        await runner.RunAsync(company, Mark(asset, isMarked, contexts, known, request), cancellationToken);
    }

    /// <summary>Marks assets, each on its own terms.</summary>
    public async Task<IReadOnlyList<EditOutcome>> MarkManyAsync(
        RequestContext request, string? companyHandle, IReadOnlyList<MarkRequest> marks, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        AssetLookup.RequireCount(marks.Count, "publishStateUpdateArray");
        return await RunAsync(
            company,
            marks,
            m => m.Handle,
            (asset, mark) => new MarkAsset(asset.AssetId, request.Caller.User.UserId) { Everywhere = ReadState(mark.State, "publishState") },
            cancellationToken);
    }

    /// <summary>Sets the marks of single contexts.</summary>
    public async Task<IReadOnlyList<EditOutcome>> MarkContextsAsync(
        RequestContext request, string? companyHandle, IReadOnlyList<ContextMarkRequest> marks, CancellationToken cancellationToken)
    {
        var company = await companies.RequireCompanyAsync(request, companyHandle, cancellationToken);
        AssetLookup.RequireCount(marks.Count, "assetsContextStateUpdateArray");
        var known = await ContextIdsAsync(company, cancellationToken);
        return await RunAsync(company, marks, m => m.Handle, (asset, mark) => MarkContexts(asset, mark, known, request), cancellationToken);
    }

    private async Task<IReadOnlyList<EditOutcome>> RunAsync<T>(
        Company company, IReadOnlyList<T> marks, Func<T, string> handleOf, Func<StoredAsset, T, MarkAsset> change, CancellationToken cancellationToken)
    {
        var found = await targets.FindManyAsync(company, [.. marks.Select(handleOf)], cancellationToken);
        var plan = new List<(EditOutcome, AssetChange?)>();
        for (var i = 0; i < marks.Count; i++)
            plan.Add(Plan(new EditOutcome(handleOf(marks[i])), found[i], asset => change(asset, marks[i])));
        return await runner.RunAsync(company, plan, cancellationToken);
    }

    private static (EditOutcome, AssetChange?) Plan(EditOutcome outcome, StoredAsset? asset, Func<StoredAsset, MarkAsset> change)
    {
        try
        {
            return asset?.TrashState switch
            {
                TrashStates.NotInTrash => (outcome, change(asset)),
                TrashStates.InTrash => throw Violations.AssetInTrash(asset.Name),
                _ => throw Violations.InvalidHandle(outcome.Handle, "assetHandle"),
            };
        }
        catch (RuleViolationException refused)
        {
            return (outcome with { Error = refused }, null);
        }
    }

    private static MarkAsset Mark(
        StoredAsset asset, bool isMarked, IReadOnlyList<string>? contexts, IReadOnlySet<int> known, RequestContext request)
    {
        var mark = new MarkAsset(asset.AssetId, request.Caller.User.UserId);
        return contexts is { Count: > 0 }
            ? mark with { Contexts = contexts.Select(c => RequireContext(c, known)).Distinct().ToDictionary(id => id, _ => isMarked) }
            : mark with { Everywhere = isMarked };
    }

    // The last word on a context counts.
    private static MarkAsset MarkContexts(StoredAsset asset, ContextMarkRequest mark, IReadOnlySet<int> known, RequestContext request)
    {
        if (mark.States.Count == 0)
            throw Violations.Missing("contextStateUpdateArray");
        var contexts = new Dictionary<int, bool>();
        foreach (var (context, state) in mark.States)
            contexts[RequireContext(context, known)] = ReadState(state, "publishState");
        return new MarkAsset(asset.AssetId, request.Caller.User.UserId) { Contexts = contexts };
    }

    private async Task<IReadOnlySet<int>> ContextIdsAsync(Company company, CancellationToken cancellationToken) =>
        (await accounts.ListContextsAsync(company.CompanyId, cancellationToken)).Select(c => c.ContextId).ToHashSet();

    private static int RequireContext(string? handle, IReadOnlySet<int> known) =>
        PublishContextHandle.TryParse(handle, out var context) && known.Contains(context.ContextId)
            ? context.ContextId
            : throw Violations.InvalidHandle(handle ?? "", "contextHandle");

    private static bool ReadState(string? state, string path)
    {
        if (string.IsNullOrWhiteSpace(state))
            throw Violations.Missing(path);
        return PublishStates.All.Contains(state) ? state == PublishStates.MarkedForPublish : throw Violations.InvalidValue(state, path);
    }
}

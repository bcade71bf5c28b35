using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;

namespace IpsJobs.Core.Assets;

/// <summary>Keeps sets from being in themselves: viewers and publishes follow members, and would never come to an end.</summary>
public sealed class SetNesting(IAssetStore assets)
{
    /// <summary>Looks before members are given to a set; hold the company's turn from here until they are.</summary>
    /// <exception cref="RuleViolationException">30001: a member is the set, or has it in it, directly or through other sets.</exception>
    public async Task RequireFreeOfRingsAsync(StoredAsset set, IReadOnlyCollection<StoredAsset> members, CancellationToken cancellationToken)
    {
        var inner = members.Where(member => AssetTypeRule.IsSet(member.Content.Type)).ToList();
        if (inner.Count == 0)
            return;
        var around = await AroundAsync(set, cancellationToken);
        if (inner.Find(member => around.Contains(member.AssetId)) is { } ring)
            throw Violations.SetInItself(ring.Name, set.Name);
    }

    // The set and every one that it is in. A set that was emptied from the trash is gone; one in the trash may come back.
    private async Task<HashSet<long>> AroundAsync(StoredAsset set, CancellationToken cancellationToken)
    {
        var around = new HashSet<long> { set.AssetId };
        var next = new Queue<long>(around);
        while (next.TryDequeue(out var inner))
        {
            var outer = await assets.ListSetsOfAsync(inner, cancellationToken);
            foreach (var found in await assets.FindManyAsync(set.CompanyId, outer, cancellationToken))
            {
                if (found.TrashState != TrashStates.InEmptiedTrash && around.Add(found.AssetId))
                    next.Enqueue(found.AssetId);
            }
        }

        return around;
    }
}

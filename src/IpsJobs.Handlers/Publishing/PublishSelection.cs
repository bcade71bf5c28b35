using System.Runtime.CompilerServices;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using PublishContext = IpsJobs.Core.Accounts.PublishContext;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Selects the assets of a publish, with stop checks on the way.</summary>
public sealed class PublishSelection(IAssetStore assets)
{
    private const int CheckpointInterval = 100;
    private const int MembersAtOnce = 200;

    /// <summary>Assets to publish in the context, by id, and then the members of selected sets that are not marked themselves.</summary>
    /// <exception cref="JobStoppedException">A stop was found on the way.</exception>
    public async IAsyncEnumerable<SelectedAsset> ListAsync(
        JobRun run, PublishContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var selected = new HashSet<long>();
        var members = new HashSet<long>();
        await foreach (var asset in assets.ListForPublishAsync(
            run.Company.CompanyId, context.ContextId, context.PublishAll, cancellationToken))
        {
            Check(run, selected.Count);
            selected.Add(asset.AssetId);
            await NoteMembersAsync(asset, members, cancellationToken);
            yield return new SelectedAsset(asset, IsMarked: true);
        }

        // A set may hold sets, so members are looked for until no new one turns up.
        while (members.Where(id => !selected.Contains(id)).Order().Take(MembersAtOnce).ToList() is { Count: > 0 } wanted)
        {
            run.Checkpoint();
            selected.UnionWith(wanted);
            foreach (var asset in await assets.FindManyAsync(run.Company.CompanyId, wanted, cancellationToken))
            {
                if (asset.TrashState != TrashStates.NotInTrash)
                    continue;
                await NoteMembersAsync(asset, members, cancellationToken);
                yield return new SelectedAsset(asset, IsMarked: false);
            }
        }
    }

    private static void Check(JobRun run, int seen)
    {
        if (seen % CheckpointInterval != 0)
            return;
        run.Checkpoint();
        run.Report(0, PublishPhases.GeneratingManifest);
    }

    private async Task NoteMembersAsync(StoredAsset asset, HashSet<long> members, CancellationToken cancellationToken)
    {
        if (AssetSets.Includes(asset.Content.Type))
            members.UnionWith((await assets.ListMembersAsync(asset.AssetId, cancellationToken)).Select(m => m.AssetId));
    }
}

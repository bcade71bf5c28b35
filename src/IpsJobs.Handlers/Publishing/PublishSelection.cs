using System.Runtime.CompilerServices;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Publishing;

/// <summary>Selects the assets of a publish, with stop checks on the way.</summary>
public sealed class PublishSelection(IAssetStore assets)
{
    private const int CheckpointInterval = 100;

    /// <summary>Assets to publish in the context, by id.</summary>
    /// <exception cref="JobStoppedException">A stop was found on the way.</exception>
    public async IAsyncEnumerable<StoredAsset> ListAsync(
        JobRun run, PublishContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = 0;
        await foreach (var asset in assets.ListForPublishAsync(run.Company.CompanyId, context.PublishAll, cancellationToken))
        {
            if (seen++ % CheckpointInterval == 0)
            {
                run.Checkpoint();
                run.Report(0, PublishPhases.GeneratingManifest);
            }

            yield return asset;
        }
    }
}

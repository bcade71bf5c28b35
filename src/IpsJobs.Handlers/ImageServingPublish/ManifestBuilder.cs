using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Selects the assets once and writes what all targets need into staging.</summary>
public sealed class ManifestBuilder(IAssetStore assets, DataFolder data)
{
    private const int CheckpointInterval = 100;

    /// <summary>Builds anew what an interrupted run may have left half done.</summary>
    /// <exception cref="FatalJobException">Staging cannot be written.</exception>
    /// <exception cref="JobStoppedException">A stop was found on the way; no target has changed.</exception>
    public async Task<Manifest> BuildAsync(JobRun run, PublishContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync(run, context, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FatalJobException(new LocalizedMessage("Log.Fatal.ManifestFailed"));
        }
    }

    private async Task<Manifest> WriteAsync(JobRun run, PublishContext context, CancellationToken cancellationToken)
    {
        var manifest = new Manifest(run.StagingDirectory);
        var entries = new ManifestEntries(data, run.Company);
        await using var staged = await StagedManifest.CreateAsync(manifest);
        var seen = 0;
        await foreach (var asset in assets.ListForPublishAsync(run.Company.CompanyId, context.ContextId, context.PublishAll, cancellationToken))
        {
            if (seen++ % CheckpointInterval == 0)
            {
                run.Checkpoint();
                run.Report(0, PublishPhases.GeneratingManifest);
            }

            if (entries.Find(asset) is { } entry)
                await staged.AddAsync(asset, entry);
        }

        return manifest;
    }
}

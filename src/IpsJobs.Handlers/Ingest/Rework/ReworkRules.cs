using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Checks what jobs on stored originals have in common.</summary>
public sealed class ReworkRules(IAssetStore assets, UploadFieldRules fields, OptionBlockRules options)
{
    /// <summary>Assets that one job may have.</summary>
    public const int MaxAssets = 1000;

    /// <summary>Checks the list of assets.</summary>
    /// <param name="handles">The list.</param>
    /// <param name="path">Its path.</param>
    /// <param name="companyId">Company of the job.</param>
    /// <param name="isLegal">Whether the job can process such an asset at all.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <exception cref="RuleViolationException">30002 when empty; 30001 for too many, and for a handle of nothing the job could process.</exception>
    public async ValueTask CheckAssetsAsync(
        HandleArray? handles, string path, int companyId, Predicate<StoredAsset> isLegal, CancellationToken cancellationToken)
    {
        if (handles is not { Items.Count: > 0 })
            throw Violations.Missing(path);
        if (handles.Items.Count > MaxAssets)
            throw Violations.TooManyItems(path, MaxAssets);
        var parsed = handles.Items.Select((text, i) => AssetHandle.TryParse(text, out var handle) ? handle : throw Invalid(i)).ToList();
        var found = (await assets.FindManyAsync(companyId, [.. parsed.Select(h => h.AssetId).Distinct()], cancellationToken))
            .ToDictionary(a => a.AssetId);
        for (var i = 0; i < parsed.Count; i++)
        {
            if (!found.TryGetValue(parsed[i].AssetId, out var asset)
                || !parsed[i].AgreesWith(new AssetHandle(asset.AssetId, AssetTypeCodes.Get(asset.Content.Type)))
                || !isLegal(asset))
            {
                throw Invalid(i);
            }
        }

        RuleViolationException Invalid(int i) => Violations.InvalidHandle(handles.Items[i], $"{path}/items[{i + 1}]");
    }

    /// <summary>Checks everything else: option blocks, projects, mail, notification and follow-on.</summary>
    /// <param name="context">The job.</param>
    /// <param name="blocks">Its option blocks.</param>
    /// <param name="projects">Its projects.</param>
    /// <param name="publishes">Its follow-ons; null where absent.</param>
    /// <param name="cancellationToken">Cancels the look-ups.</param>
    public async ValueTask CheckRestAsync(
        BlockContext context,
        UploadOptionBlocks blocks,
        HandleArray? projects,
        (ImageServingPublishJob? Serving, ImageRenderingPublishJob? Rendering, VideoPublishJob? Video) publishes,
        CancellationToken cancellationToken)
    {
        var actions = PostActions.Of(context.Block);
        await options.CheckAsync(blocks, context.Company.CompanyId, context.Path, cancellationToken);
        UploadFieldRules.CheckProjects(projects, context.Company.CompanyId, context.Path);
        UploadFieldRules.CheckPostUrl(actions.NotificationUrl, context.Path);
        await fields.CheckFollowOnAsync(
            context,
            [
                ("postImageServingPublishJob", "imageServingPublishJob", publishes.Serving),
                ("postImageRenderingPublishJob", "imageRenderingPublishJob", publishes.Rendering),
                ("postVideoPublishJob", "videoPublishJob", publishes.Video),
            ],
            cancellationToken);
    }
}

using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Faults;
using IpsJobs.Core.Handles;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.AutoSets;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.AutomatedSetGeneration;

/// <summary>Checks an <c>automatedSetGenerationJob</c> block.</summary>
public sealed class AutomatedSetGenerationRules(IAssetStore assets, SetPresets presets) : IBlockRules
{
    /// <summary>Assets that one job may list.</summary>
    public const int MaxAssets = 1000;

    /// <inheritdoc/>
    public async ValueTask<BlockPlan> CheckAsync(BlockContext context, CancellationToken cancellationToken)
    {
        var job = (AutomatedSetGenerationJob)context.Block;
        var (company, path) = (context.Company, context.Path);
        if (job.AssetHandleArray is not { Items.Count: > 0 })
            throw Violations.Missing(path + "/assetHandleArray");
        if (job.AssetHandleArray.Items.Count > MaxAssets)
            throw Violations.TooManyItems(path + "/assetHandleArray", MaxAssets);
        if (!CompanyPath.TryNormalizeFolder(company.RootPath, job.DestFolder, out _))
            throw Violations.InvalidPath(job.DestFolder!, path + "/destFolder");
        OptionValues.Require(job.ReadyForPublish, path + "/readyForPublish");
        if (job.AutoSetCreationOptions is null)
            throw Violations.Missing(path + "/autoSetCreationOptions");
        UploadFieldRules.CheckEmail(job.EmailSetting, path);
        await CheckAssetsAsync(job.AssetHandleArray, company.CompanyId, path + "/assetHandleArray", cancellationToken);
        await presets.CheckAsync(job.AutoSetCreationOptions, company.CompanyId, path + "/autoSetCreationOptions", cancellationToken);
        return new BlockPlan(Lanes.Upload(company.CompanyId));
    }

    private async Task CheckAssetsAsync(HandleArray handles, int companyId, string path, CancellationToken cancellationToken)
    {
        var parsed = handles.Items.Select((text, i) => AssetHandle.TryParse(text, out var handle) ? handle : throw Invalid(i)).ToList();
        var found = (await assets.FindManyAsync(companyId, [.. parsed.Select(h => h.AssetId).Distinct()], cancellationToken))
            .ToDictionary(a => a.AssetId);
        for (var i = 0; i < parsed.Count; i++)
            if (!found.TryGetValue(parsed[i].AssetId, out var asset)
                || !parsed[i].AgreesWith(new AssetHandle(asset.AssetId, AssetTypeCodes.Get(asset.Content.Type))))
                throw Invalid(i);

        RuleViolationException Invalid(int i) => Violations.InvalidHandle(handles.Items[i], $"{path}/items[{i + 1}]");
    }
}

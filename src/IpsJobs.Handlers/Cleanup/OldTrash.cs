using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpsJobs.Handlers.Cleanup;

/// <summary>Removes the assets that were emptied from the trash or have been in it for too long: row and files together.</summary>
public sealed class OldTrash(
    ITrashStore trash, CompanyEdits edits, DataFolder data, IOptions<RetentionOptions> options, ILogger<OldTrash> logger)
{
    private const int AssetsAtOnce = 200;

    /// <exception cref="JobStoppedException">A stop was asked for; what is removed stays removed.</exception>
    public async Task RemoveAsync(JobRun run, CancellationToken cancellationToken)
    {
        var before = run.UtcNow.AddDays(-options.Value.TrashDays);
        var last = 0L;
        while (await trash.ListExpiredAsync(before, last, AssetsAtOnce, cancellationToken) is { Count: > 0 } expired)
        {
            foreach (var (assetId, companyId) in expired)
            {
                run.Checkpoint();
                await RemoveAsync(run, assetId, companyId, before, cancellationToken);
            }

            last = expired[^1].AssetId;
        }
    }

    // The name is held until the files are gone: an upload that takes it over must not lose its file to us.
    private async Task RemoveAsync(
        JobRun run, long assetId, int companyId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        using var edit = await edits.BeginAsync(companyId, cancellationToken);
        // Looked at only now: since it was listed it may have been restored, or gone elsewhere with its folder.
        if (await trash.FindExpiredAsync(assetId, before, cancellationToken) is not { } expired)
            return;
        var asset = expired.Asset;
        await edit.HoldAsync(asset.Name, cancellationToken);
        var path = asset.Content.Folder + asset.Content.FileName;
        var key = string.Create(CultureInfo.InvariantCulture, $"trash {asset.AssetId}");
        try
        {
            await run.CommitAsync(
                new ItemCommit(run.Instance.InstanceId, CleanupRows.TrashEmptied(key, asset.Name, path))
                {
                    Asset = new PurgeAsset(asset.AssetId, run.User.User.UserId),
                    Obsolete = [.. FilesOf(expired)],
                },
                cancellationToken);
        }
        catch (StateConflictException)
        {
            // Jobs do not wait for the company's turn, only for the name.
            logger.LogInformation("Asset {AssetId} came back or went while the trash was being emptied", asset.AssetId);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(refused, "The files of asset {AssetId} cannot be removed", asset.AssetId);
            await CleanupRows.CommitAsync(run, CleanupRows.TrashKept(path), cancellationToken);
        }
    }

    private IEnumerable<string> FilesOf(ExpiredAsset expired)
    {
        var (content, root) = (expired.Asset.Content, expired.CompanyRoot);
        // What lies under the name of a set is a folder or the file of another asset.
        if (content.HasFile)
            yield return data.Original(root, content.Folder, content.FileName);
        if (content.Optimized is { } optimized && !expired.SharesOptimized)
            yield return data.Optimized(root).Resolve(optimized.Path);
        if (content.Details.Mask is { } mask && !expired.SharesMask)
            yield return data.Masks(root).Resolve(mask.Path);
        if (content.Details.Thumbnail is { } thumbnail)
            yield return data.Optimized(root).Resolve(thumbnail.Path);
    }
}

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
            foreach (var asset in expired)
            {
                run.Checkpoint();
                await RemoveAsync(run, asset, cancellationToken);
            }

            last = expired[^1].Asset.AssetId;
        }
    }

    // The name is held until the files are gone: an upload that takes it over must not lose its file to us.
    private async Task RemoveAsync(JobRun run, ExpiredAsset expired, CancellationToken cancellationToken)
    {
        var asset = expired.Asset;
        using var edit = await edits.BeginAsync(asset.CompanyId, cancellationToken);
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
            logger.LogInformation("Asset {AssetId} was restored while the trash was being emptied", asset.AssetId);
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
        // Sets and other assets without a file may share the name of a folder, which is no file to remove.
        if (content.FileName.Length > 0)
            yield return data.Original(root, content.Folder, content.FileName);
        if (content.Optimized is { } optimized && !expired.SharesOptimized)
            yield return data.Optimized(root).Resolve(optimized.Path);
        if (content.Details.Mask is { } mask && !expired.SharesMask)
            yield return data.Masks(root).Resolve(mask.Path);
        if (content.Details.Thumbnail is { } thumbnail)
            yield return data.Optimized(root).Resolve(thumbnail.Path);
    }
}

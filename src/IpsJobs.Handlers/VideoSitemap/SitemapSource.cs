using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.VideoSitemap;

/// <summary>Collects what is to be told of a company's videos.</summary>
public sealed class SitemapSource(IAssetStore assets, PublishContexts contexts)
{
    /// <summary>Entries of the videos marked for publish, and the row of every video that lacks a required field.</summary>
    public async Task<(IReadOnlyList<VideoEntry> Entries, IReadOnlyList<LogRow> Rows)> CollectAsync(
        JobRun run, Company company, SeoSettings settings, CancellationToken cancellationToken)
    {
        var context = await contexts.FindAsync(company.CompanyId, PublishContextTypes.Video, handle: null, cancellationToken);
        var (entries, rows) = (new List<VideoEntry>(), new List<LogRow>());
        await foreach (var asset in assets.ListForPublishAsync(company.CompanyId, context?.ContextId ?? 0, all: false, cancellationToken))
        {
            if (!AssetTypeRule.IsVideo(asset.Content.Type))
                continue;
            run.Checkpoint();
            var picture = settings.ImageServerUrl is null ? null : await FindPictureAsync(asset, company, cancellationToken);
            var entry = VideoEntry.Of(asset, settings, PathOf(asset, company), picture);
            entries.Add(entry);
            if (entry.Missing().ToList() is { Count: > 0 } missing)
                rows.Add(Lacks(asset, missing, settings.AllowPartial));
        }

        return (entries, rows);
    }

    // Uploads make the thumbnail of a video as an image of the same name.
    private async Task<string?> FindPictureAsync(StoredAsset video, Company company, CancellationToken cancellationToken) =>
        await assets.FindByNameAsync(company.CompanyId, NameSpace.Catalog, video.Name, cancellationToken)
            is { Content.Type: AssetTypes.Image, TrashState: TrashStates.NotInTrash, ReadyForPublish: true } picture
            ? $"{RootId.Of(company.RootPath)}/{Uri.EscapeDataString(picture.Name)}"
            : null;

    private static string PathOf(StoredAsset asset, Company company)
    {
        var folder = asset.Content.Folder;
        var below = folder.StartsWith(company.RootPath, StringComparison.Ordinal) ? folder[company.RootPath.Length..] : folder;
        return $"video/{RootId.Of(company.RootPath)}/{below}{asset.Content.FileName}";
    }

    private static LogRow Lacks(StoredAsset asset, List<string> missing, bool isWarning) => new(
        isWarning ? LogTypes.UploadWarning : LogTypes.UploadError,
        new LocalizedMessage("Log.Sitemap.Lacks", asset.Name, string.Join(", ", missing)))
    {
        ItemKey = FormattableString.Invariant($"video/{asset.AssetId}"),
        AssetId = asset.AssetId,
        AssetName = asset.Name,
        FileType = LogFileTypes.Video,
    };
}

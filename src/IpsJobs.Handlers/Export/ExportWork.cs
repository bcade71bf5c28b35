using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Export;

/// <summary>One run of an export: puts asset after asset into the archive.</summary>
internal sealed class ExportWork(JobRun run, ExportSources sources, ExportConversion? conversion, ExportArchiveWriter archive)
{
    private static readonly LocalizedMessage Phase = new("Progress.ProcessingFiles");
    private int done;

    /// <summary>Adds the asset and makes its row; the caller commits it.</summary>
    /// <exception cref="FatalJobException">The archive would become too large.</exception>
    public async Task<ItemCommit> AddAsync(long assetId, StoredAsset? asset, int total, CancellationToken cancellationToken)
    {
        run.Report(100 * done++ / total, Phase);
        if (asset is null || asset.TrashState != Core.Constants.TrashStates.NotInTrash)
            return ExportRows.Failed(run, assetId, asset, new LocalizedMessage("Log.Export.Gone", ExportRows.KeyOf(assetId)));
        try
        {
            return ExportRows.Added(run, asset, await AddFilesAsync(asset, cancellationToken));
        }
        catch (ExportRefusedException refused)
        {
            return ExportRows.Failed(run, assetId, asset, refused.Reason);
        }
        catch (Exception failure) when (failure is FileNotFoundException or UnauthorizedAccessException)
        {
            return ExportRows.Failed(run, assetId, asset, new LocalizedMessage("Log.Export.FileMissing", asset.Name));
        }
    }

    // All files are made before the first one is added: an asset is in the archive as a whole or not at all.
    private async Task<int> AddFilesAsync(StoredAsset asset, CancellationToken cancellationToken)
    {
        var items = await sources.FindAsync(asset, conversion is not null, cancellationToken);
        var made = new List<(ExportItem Item, string Path, string Extension)>();
        try
        {
            foreach (var item in items)
                made.Add(await MakeAsync(item, made.Count, cancellationToken));
            foreach (var (item, path, extension) in made)
                await archive.AddAsync(path, FolderOf(item.Asset), item.Asset.Name, extension, cancellationToken);
        }
        finally
        {
            foreach (var (item, path, _) in made.Where(m => m.Path != m.Item.Source))
                File.Delete(path);
        }

        return made.Count;
    }

    private async Task<(ExportItem Item, string Path, string Extension)> MakeAsync(ExportItem item, int number, CancellationToken cancellationToken)
    {
        if (conversion is null || item.Modifier is null)
            return (item, item.Source, AssetNaming.Extension(item.Asset.Content.FileName));
        var path = Path.Combine(run.StagingDirectory, FormattableString.Invariant($"converted-{number}"));
        return (item, path, await conversion.ConvertAsync(item, path, cancellationToken));
    }

    private string FolderOf(StoredAsset asset)
    {
        var folder = asset.Content.Folder;
        return folder.StartsWith(run.Company.RootPath, StringComparison.Ordinal) ? folder[run.Company.RootPath.Length..] : folder;
    }
}

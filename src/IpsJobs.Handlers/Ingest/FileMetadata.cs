using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Reads what an uploaded file says about itself; files that were generated here say nothing.</summary>
public sealed class FileMetadata(IMetadataReader reader, IAssetStore assets, DataFolder data)
{
    // What people search for, in the order in which they read it.
    private static readonly string[] TextFields = ["dc:title", "photoshop:Headline", "dc:description", "dc:creator", "xmpDM:album"];

    /// <summary>Text to search in; null when there is none.</summary>
    internal static string? WordsOf(PreparedPicture picture)
    {
        if (picture.Metadata.Fields.Count == 0 && picture.Words.Length == 0)
            return null;
        var texts = TextFields.Select(f => picture.Metadata.Fields.GetValueOrDefault(f)).Append(picture.Words)
            .Where(t => !string.IsNullOrEmpty(t)).Distinct().ToList();
        return texts.Count == 0 ? null : string.Join('\n', texts);
    }

    internal async Task<PreparedPicture> ReadAsync(JobRun run, IngestItem item, PreparedPicture picture, CancellationToken cancellationToken)
    {
        if (item.Part is not null || item.StagedPath.Length == 0)
            return Silent(picture);
        return await ReadAsync(run, item.StagedPath, picture, cancellationToken);
    }

    /// <summary>A part: what a program has copied into it is said by the file it was made of.</summary>
    internal static PreparedPicture Silent(PreparedPicture part) => part with { Metadata = EmbeddedMetadata.None };

    /// <summary>Reads a file that came from outside.</summary>
    internal async Task<PreparedPicture> ReadAsync(JobRun run, string path, PreparedPicture picture, CancellationToken cancellationToken)
    {
        // Of videos and sounds it is known already.
        var metadata = picture.Metadata != EmbeddedMetadata.None
            ? picture.Metadata
            : await reader.ReadAsync(
                path, picture.Type.AssetType, await MappingsOfAsync(run, cancellationToken), run.StagingDirectory, cancellationToken);
        var remarks = metadata.Remarks.Select(r => run.Warning(r.Key, [.. r.Arguments]));
        return picture with { Metadata = metadata, Warnings = [.. picture.Warnings, .. remarks] };
    }

    private async Task<MetadataMappings> MappingsOfAsync(JobRun run, CancellationToken cancellationToken) =>
        run.Company is { XmpMappingXsltId: null, IptcExifMappingXsltId: null } ? MetadataMappings.None : new MetadataMappings(
            await SheetAsync(run, run.Company.XmpMappingXsltId, cancellationToken),
            await SheetAsync(run, run.Company.IptcExifMappingXsltId, cancellationToken));

    // A sheet that has gone is as none: uploads must not fail for a setting that nobody named in the job.
    private async Task<string?> SheetAsync(JobRun run, long? assetId, CancellationToken cancellationToken)
    {
        if (assetId is not { } id || await assets.FindAsync(run.Company.CompanyId, id, cancellationToken) is not { Content.Type: AssetTypes.Xsl } sheet)
            return null;
        var path = data.Original(run.Company.RootPath, sheet.Content.Folder, sheet.Content.FileName);
        return File.Exists(path) ? path : null;
    }
}

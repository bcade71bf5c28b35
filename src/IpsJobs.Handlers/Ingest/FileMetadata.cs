using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Reads what an uploaded file says about itself; files that were generated here say nothing.</summary>
public sealed class FileMetadata(IMetadataReader reader)
{
    // What people search for, in the order in which they read it.
    private static readonly string[] TextFields = ["dc:title", "photoshop:Headline", "dc:description"];

    /// <summary>Text to search in; null when there is none.</summary>
    internal static string? WordsOf(EmbeddedMetadata metadata)
    {
        var texts = TextFields.Select(f => metadata.Fields.GetValueOrDefault(f)).OfType<string>().Distinct().ToList();
        return texts.Count == 0 ? null : string.Join('\n', texts);
    }

    internal async Task<PreparedPicture> ReadAsync(JobRun run, IngestItem item, PreparedPicture picture, CancellationToken cancellationToken)
    {
        if (item.Part is not null || item.StagedPath.Length == 0)
            return picture;
        return await ReadAsync(run, item.StagedPath, picture, cancellationToken);
    }

    /// <summary>Reads a file that came from outside.</summary>
    internal async Task<PreparedPicture> ReadAsync(JobRun run, string path, PreparedPicture picture, CancellationToken cancellationToken)
    {
        var metadata = await reader.ReadAsync(path, picture.Type.AssetType, run.StagingDirectory, cancellationToken);
        return picture with { Metadata = metadata, Warnings = [.. picture.Warnings, .. Remarks(run, metadata)] };
    }

    private static IEnumerable<AuxEntry> Remarks(JobRun run, EmbeddedMetadata metadata)
    {
        foreach (var remark in metadata.Remarks)
            yield return run.Warning(remark.Key, [.. remark.Arguments]);
        // A stylesheet is a program that a company has uploaded: it must not run inside the server.
        if (metadata.Fields.Count > 0 && (run.Company.XmpMappingXsltId ?? run.Company.IptcExifMappingXsltId) is not null)
            yield return run.Warning("Log.Metadata.MappingNotApplied");
    }
}

using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.DirectoryUpload;

/// <summary>A file that a walk found.</summary>
/// <param name="Path">Below the company's incoming directory, with slashes.</param>
/// <param name="Folder">Where its asset goes, with company root and trailing slash.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedUtc">Time stamp.</param>
/// <param name="Refusal">Its row when the path alone rules it out.</param>
internal sealed record SourceFile(string Path, string Folder, long Size, DateTimeOffset ModifiedUtc, LogRow? Refusal)
{
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Path of the asset, as rows show it.</summary>
    public string Target => Folder + FileName;

    /// <summary>Files with one asset name are worked on in their order, so that the later one meets the earlier one's asset.</summary>
    public string Name => AssetNaming.BaseName(AssetNaming.Clean(FileName) ?? FileName);

    public string ItemKey => KeyOf(Path);

    /// <summary>Skipped files are in no total.</summary>
    public bool Counts => Refusal?.LogType != Core.Constants.LogTypes.UploadWarning;

    /// <summary>Key of a path; the marks that separate the parts of a key are escaped.</summary>
    public static string KeyOf(string path) => ItemKeys.Escape(path);
}

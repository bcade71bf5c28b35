using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;

namespace IpsJobs.Handlers.Ingest;

/// <summary>An entry of an archive with everything that its place in the archive decides.</summary>
/// <param name="Index">Among all entries.</param>
/// <param name="ItemKey">Of its row.</param>
/// <param name="Folder">With company root and trailing slash.</param>
/// <param name="FileName">As written.</param>
/// <param name="Refusal">Its row when it cannot become an asset.</param>
internal sealed record PlannedEntry(int Index, string ItemKey, string Folder, string FileName, LogRow? Refusal)
{
    /// <summary>Skipped files are in no total.</summary>
    public bool Counts => Refusal?.LogType != LogTypes.UploadWarning;
}

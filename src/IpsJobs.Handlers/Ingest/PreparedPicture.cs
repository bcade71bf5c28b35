using IpsJobs.Core.Assets;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>A file whose content has been looked at.</summary>
/// <param name="Type">Its type, now that the content is known.</param>
/// <param name="Optimized">The optimised image; null for types that have none.</param>
/// <param name="StagedPath">Where the optimised image waits; null when there is none.</param>
/// <param name="Warnings">Remarks for the row of the file.</param>
internal sealed record PreparedPicture(
    FileClass.Known Type, OptimizedImage? Optimized, string? StagedPath, IReadOnlyList<AuxEntry> Warnings) : IDisposable
{
    /// <summary>A file without a picture.</summary>
    public static PreparedPicture None(FileClass.Known type) => new(type, Optimized: null, StagedPath: null, Warnings: []);

    /// <summary>The mask; null when none was made.</summary>
    public DerivedFile? Mask { get; init; }

    /// <summary>Where the mask waits; null when there is none.</summary>
    public string? StagedMask { get; init; }

    /// <summary>The crop that was applied; null for none.</summary>
    public CropAmounts? Crop { get; init; }

    /// <summary>Facts of the asset's type.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Why the file could not be looked at, although an upload stores it; null otherwise.</summary>
    public LocalizedMessage? Failure { get; init; }

    /// <summary>Words on the picture, to search in; empty for none.</summary>
    public string Words { get; init; } = "";

    /// <summary>What the file says about itself.</summary>
    public EmbeddedMetadata Metadata { get; init; } = EmbeddedMetadata.None;

    /// <summary>Removes what waits in staging and was not committed.</summary>
    public void Dispose()
    {
        foreach (var staged in new[] { StagedPath, StagedMask })
        {
            if (staged is not null)
                File.Delete(staged);
        }
    }
}

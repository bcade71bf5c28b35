using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Ingest;

/// <summary>A file whose picture is to be made, and how.</summary>
/// <param name="Type">Type of the file.</param>
/// <param name="Extension">Lower case, without dot.</param>
/// <param name="Path">The file; it is not changed.</param>
/// <param name="Options">Option blocks that act on it.</param>
internal sealed record PictureOrder(FileClass.Known Type, string Extension, string Path, UploadOptionBlocks Options)
{
    /// <summary>The crop of the asset that is about to be replaced or processed again, to be applied unless another is asked for; null for none.</summary>
    public CropAmounts? StoredCrop { get; init; }

    /// <summary>A picture drawn by us, e.g. a page or layer: what its file format promises is no concern of the user.</summary>
    public bool IsPart { get; init; }

    public static PictureOrder Of(IngestItem item, FileClass.Known type, string extension, ClaimedPlace expected) =>
        new(type, extension, item.StagedPath, item.Settings.Options)
        {
            StoredCrop = item.Settings.PreserveCrop && expected.Decision is OverwriteDecision.Replace
                ? expected.Existing?.Content.Details.Crop
                : null,
            IsPart = item.Part is not null,
        };
}

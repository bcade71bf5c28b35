using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.AutoSets;

/// <summary>What a preset makes.</summary>
/// <param name="AssetType">A constant of <see cref="AssetTypes"/>.</param>
/// <param name="SubType">A constant of <see cref="AssetSetSubTypes"/>, or empty.</param>
/// <param name="LogFileType">A constant of <see cref="LogFileTypes"/>.</param>
public sealed record SetKind(string AssetType, string SubType, string LogFileType)
{
    /// <summary>The kind of a preset's <c>setType</c>; null for a name that is none.</summary>
    public static SetKind? Find(string? setType) => setType switch
    {
        "ImageSet" => new SetKind(AssetTypes.ImageSet, "", LogFileTypes.ImageSet),
        "SpinSet" => new SetKind(AssetTypes.SpinSet, "", LogFileTypes.SpinSet),
        "Catalog" => new SetKind(AssetTypes.Catalog, "", LogFileTypes.Catalog),
        AssetSetSubTypes.SwatchSet => new SetKind(AssetTypes.AssetSet, AssetSetSubTypes.SwatchSet, LogFileTypes.ImageSet),
        AssetSetSubTypes.MediaSet => new SetKind(AssetTypes.AssetSet, AssetSetSubTypes.MediaSet, LogFileTypes.NoType),
        AssetSetSubTypes.MultiAxisSpinSet => new SetKind(AssetTypes.AssetSet, AssetSetSubTypes.MultiAxisSpinSet, LogFileTypes.SpinSet),
        _ => null,
    };

    /// <summary>True for spins that turn around two axes: every member has a cell.</summary>
    public bool HasCells => SubType == AssetSetSubTypes.MultiAxisSpinSet;

    /// <summary>True for sets that show videos beside pictures.</summary>
    public bool HoldsVideos => SubType == AssetSetSubTypes.MediaSet;
}

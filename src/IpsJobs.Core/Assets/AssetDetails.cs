namespace IpsJobs.Core.Assets;

/// <summary>What is known of an asset beyond the facts that searches ask for; kept together.</summary>
public sealed record AssetDetails
{
    public static AssetDetails None { get; } = new();

    /// <summary>Mask of the image, below <c>_masks_</c>; null when it has none.</summary>
    public DerivedFile? Mask { get; init; }

    /// <summary>Preview picture of a video or document, below <c>_optimized_</c>; null when there is none.</summary>
    public DerivedFile? Thumbnail { get; init; }

    /// <summary>The crop that was applied and is to be applied to a replacement; null for none.</summary>
    public CropAmounts? Crop { get; init; }

    /// <summary>Option blocks of the job that processed the file, as JSON, so that it can be processed the same way again; null for none.</summary>
    public string? Options { get; init; }

    /// <summary>Null means the centre.</summary>
    public AnchorPoint? Anchor { get; init; }

    /// <summary>Image serving commands applied before those of a request.</summary>
    public string UrlModifier { get; init; } = "";

    /// <summary>Image serving commands applied after those of a request.</summary>
    public string UrlPostApplyModifier { get; init; } = "";

    /// <summary>Front first.</summary>
    public IReadOnlyList<AssetMap> Maps { get; init; } = [];

    public IReadOnlyList<ZoomArea> ZoomAreas { get; init; } = [];

    /// <summary>Facts of the asset's own type under names of that type's info block, e.g. <c>pageCount</c>, <c>duration</c>.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Definition of an asset set as clients write it; empty for sets that are lists of members.</summary>
    public string SetDefinition { get; init; } = "";

    /// <summary>The asset that stands for a set in lists; null for its first member.</summary>
    public long? ThumbnailAssetId { get; init; }

    /// <summary>What a replaced asset keeps of its own: information about the image does not change with its file.</summary>
    public AssetDetails ReplacedBy(AssetDetails next) => next with
    {
        Anchor = next.Anchor ?? Anchor,
        UrlModifier = next.UrlModifier.Length > 0 ? next.UrlModifier : UrlModifier,
        UrlPostApplyModifier = next.UrlPostApplyModifier.Length > 0 ? next.UrlPostApplyModifier : UrlPostApplyModifier,
        Maps = next.Maps.Count > 0 ? next.Maps : Maps,
        ZoomAreas = next.ZoomAreas.Count > 0 ? next.ZoomAreas : ZoomAreas,
        SetDefinition = next.SetDefinition.Length > 0 ? next.SetDefinition : SetDefinition,
        ThumbnailAssetId = next.ThumbnailAssetId ?? ThumbnailAssetId,
    };
}

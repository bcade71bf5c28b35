using System.Collections.Frozen;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.VideoPublish;

/// <summary>Finds out which file a video server gets of an asset, and where it lies there.</summary>
public sealed class VideoEntries(DataFolder data, Company company)
{
    /// <summary>Sub type of the viewer presets that belong to videos.</summary>
    public const string VideoPlayer = "VideoPlayer";

    private static readonly FrozenDictionary<string, string> FileTypes = new Dictionary<string, string>
    {
        [AssetTypes.Video] = LogFileTypes.Video,
        [AssetTypes.MasterVideo] = LogFileTypes.Video,
        [AssetTypes.Audio] = LogFileTypes.NoType,
        [AssetTypes.VideoCaption] = LogFileTypes.NoType,
        [AssetTypes.ViewerPreset] = LogFileTypes.ViewerConfigXml,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly StoreFiles files = new(data, company);

    /// <summary>Directory of the company's files, below a target.</summary>
    public string Root { get; } = "video/" + RootId.Of(company.RootPath);

    /// <summary>Null for assets that another publish delivers, and for source videos that are only members of a set.</summary>
    public PublishEntry? Find(SelectedAsset selected)
    {
        var asset = selected.Asset;
        if (FileTypes.GetValueOrDefault(asset.Content.Type) is not { } fileType
            || (asset.Content.Type == AssetTypes.MasterVideo && !selected.IsMarked)
            || (asset.Content.Type == AssetTypes.ViewerPreset && asset.Content.SubType != VideoPlayer))
            return null;
        var path = files.FolderOf(asset) + asset.Content.FileName;
        return StoreFiles.Entry(asset, fileType, StoreFiles.HashOf(asset), files.Original(asset, Root, path));
    }
}

using System.Collections.Frozen;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.ServerDirectoryPublish;

/// <summary>Finds out what a server directory gets of an asset: the original of an image, or nothing but a record.</summary>
public sealed class DirectoryEntries(DataFolder data, Company company)
{
    private static readonly FrozenDictionary<string, string> Images = new Dictionary<string, string>
    {
        [AssetTypes.Image] = LogFileTypes.MasterImage,
        [AssetTypes.PsdTemplate] = LogFileTypes.PsdTemplate,
        [AssetTypes.Illustrator] = LogFileTypes.MasterImage,
        [AssetTypes.PostScript] = LogFileTypes.MasterImage,
        [AssetTypes.Svg] = LogFileTypes.Svg,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly StoreFiles files = new(data, company);

    /// <summary>Directory of the company, below a target.</summary>
    public string Root { get; } = RootId.Of(company.RootPath);

    /// <summary>Null for assets that are neither image, template nor spin set.</summary>
    public PublishEntry? Find(StoredAsset asset) => asset.Content switch
    {
        { Type: AssetTypes.Template } => StoreFiles.Entry(asset, LogFileTypes.Template, content: ""),
        { Type: AssetTypes.SpinSet } or { Type: AssetTypes.AssetSet, SubType: AssetSetSubTypes.MultiAxisSpinSet } =>
            StoreFiles.Entry(asset, LogFileTypes.SpinSet, content: ""),
        _ when Images.GetValueOrDefault(asset.Content.Type) is { } fileType => Image(asset, fileType),
        _ => null,
    };

    private PublishEntry Image(StoredAsset asset, string fileType)
    {
        var path = files.FolderOf(asset) + asset.Name + Path.GetExtension(asset.Content.FileName);
        return StoreFiles.Entry(asset, fileType, StoreFiles.HashOf(asset), files.Original(asset, Root, path));
    }
}

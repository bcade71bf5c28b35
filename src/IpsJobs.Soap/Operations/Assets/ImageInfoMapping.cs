using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Soap.Operations.Assets;

/// <summary>Fills the info block of an image.</summary>
internal static class ImageInfoMapping
{
    public static ImageInfo ToContract(StoredAsset asset, AssetFiles files)
    {
        var content = asset.Content;
        var image = content.Optimized;
        var anchor = Anchor(content);
        return new ImageInfo
        {
            OriginalPath = files.OriginalPath,
            OriginalFile = files.OriginalFile,
            OptimizedPath = files.OptimizedPath,
            OptimizedFile = files.OptimizedFile,
            MaskPath = files.MaskPath,
            MaskFile = files.MaskFile,
            Width = image?.Width,
            Height = image?.Height,
            FileSize = files.FileSize,
            Resolution = image?.Resolution,
            Sku = AssetInfoFields.Find(content.Metadata, AssetInfoFields.Sku),
            Description = AssetInfoFields.Find(content.Metadata, AssetInfoFields.Description),
            Comments = AssetInfoFields.Find(content.Metadata, AssetInfoFields.Comments),
            UserData = AssetInfoFields.Find(content.Metadata, AssetInfoFields.UserData),
            AnchorX = anchor?.X,
            AnchorY = anchor?.Y,
            UrlModifier = Blank.ToNull(content.Details.UrlModifier),
            UrlPostApplyModifier = Blank.ToNull(content.Details.UrlPostApplyModifier),
            ZoomTargets = ZoomTargets(asset),
            Masks = Masks(asset, files),
            ImageMaps = ImageMaps(asset),
        };
    }

    private static AnchorPoint? Anchor(AssetContent content) => content.Details.Anchor
        ?? (content.Optimized is { } image ? new AnchorPoint(image.Width / 2, image.Height / 2) : null);

    private static ZoomTargetArray? ZoomTargets(StoredAsset asset)
    {
        var areas = asset.Content.Details.ZoomAreas;
        if (areas.Count == 0)
            return null;
        var array = new ZoomTargetArray();
        array.Items.AddRange(areas.Select((area, i) => new ZoomTarget
        {
            Name = area.Name,
            XPosition = area.Left,
            YPosition = area.Top,
            Width = area.Width,
            Height = area.Height,
            UserData = Blank.ToNull(area.UserData),
            Position = i + 1,
            LastModified = asset.ModifiedUtc.UtcDateTime,
        }));
        return array;
    }

    private static MaskArray? Masks(StoredAsset asset, AssetFiles files)
    {
        if (files.MaskFile is null)
            return null;
        var array = new MaskArray();
        array.Items.Add(new Mask
        {
            Name = asset.Name,
            MaskPath = files.MaskPath,
            MaskFile = files.MaskFile,
            LastModified = asset.ModifiedUtc.UtcDateTime,
        });
        return array;
    }

    private static ImageMapArray? ImageMaps(StoredAsset asset)
    {
        var maps = asset.Content.Details.Maps;
        if (maps.Count == 0)
            return null;
        var array = new ImageMapArray();
        array.Items.AddRange(maps.Select((map, i) => new ImageMap
        {
            Name = map.Name,
            Region = map.Region,
            Action = map.Action,
            ShapeType = map.Shape,
            Position = i + 1,
            Enabled = true,
            LastModified = asset.ModifiedUtc.UtcDateTime,
        }));
        return array;
    }
}

using System.Globalization;
using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.ImageServingPublish;

/// <summary>Fields of an asset's record in the data file of its kind, in the order of <see cref="CatalogKind.Columns"/>.</summary>
public static class AssetRecord
{
    /// <summary>Anchor, modifiers, maps, targets and sets are left empty: servers then use their defaults.</summary>
    public static IReadOnlyList<string> Of(StoredAsset asset, ManifestEntry entry)
    {
        var kind = entry.Delivery.Kind;
        var values = kind == CatalogKind.Fonts ? Font(entry) : Plain(asset, entry);
        return [.. kind.Columns.Select(column => values.GetValueOrDefault(column, ""))];
    }

    private static Dictionary<string, string> Plain(StoredAsset asset, ManifestEntry entry)
    {
        var image = asset.Content.Optimized;
        return new Dictionary<string, string>
        {
            ["Id"] = asset.Name,
            ["Name"] = asset.Name,
            ["Path"] = entry.Path,
            ["ProfilePath"] = entry.Path,
            ["Size"] = image is null ? "" : FormattableString.Invariant($"{image.Width},{image.Height}"),
            ["Resolution"] = image?.Resolution?.ToString("0.######", CultureInfo.InvariantCulture) ?? "",
            ["TimeStamp"] = entry.Stamp.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static Dictionary<string, string> Font(ManifestEntry entry)
    {
        var facts = entry.Source is { } file ? FontFacts.TryRead(file) : null;
        var isMetrics = Path.GetExtension(entry.Path) is ".afm" or ".pfm";
        return new Dictionary<string, string>
        {
            ["Name"] = facts?.Family ?? entry.Name,
            ["Bold"] = facts?.IsBold ?? false ? "1" : "0",
            ["Italic"] = facts?.IsItalic ?? false ? "1" : "0",
            ["PsName"] = facts?.PostScriptName ?? "",
            [isMetrics ? "MetricsPath" : "FontPath"] = entry.Path,
        };
    }
}

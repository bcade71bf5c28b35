using System.Globalization;
using IpsJobs.Core.Assets;

namespace IpsJobs.Handlers.Publishing.Catalogs;

/// <summary>Fields of an asset's record in the data file of its kind, in the order of <see cref="CatalogKind.Columns"/>.</summary>
public static class AssetRecord
{
    private const string Separator = "??";

    /// <param name="asset">The asset.</param>
    /// <param name="kind">The data file.</param>
    /// <param name="entry">What is delivered for it.</param>
    /// <param name="set">Its set columns; <see cref="SetColumns.None"/> for assets that are no set.</param>
    public static IReadOnlyList<string> Of(StoredAsset asset, CatalogKind kind, PublishEntry entry, SetColumns set)
    {
        var values = kind.Columns.Contains("FontPath") ? Font(asset, entry) : Plain(asset, entry, set);
        return [.. kind.Columns.Select(column => values.GetValueOrDefault(column, ""))];
    }

    private static Dictionary<string, string> Plain(StoredAsset asset, PublishEntry entry, SetColumns set)
    {
        var image = asset.Content.Optimized;
        var details = asset.Content.Details;
        var path = PathOf(entry, 0);
        return new Dictionary<string, string>
        {
            ["Id"] = asset.Name,
            ["Name"] = asset.Name,
            ["Path"] = path,
            ["ProfilePath"] = path,
            // A mask that the store has lost is not named: servers would refuse the whole image.
            ["MaskPath"] = entry.Files.Count > 1 && File.Exists(entry.Files[1].Source) ? PathOf(entry, 1) : "",
            ["Size"] = image is null ? "" : FormattableString.Invariant($"{image.Width},{image.Height}"),
            ["Resolution"] = image?.Resolution?.ToString("0.######", CultureInfo.InvariantCulture) ?? "",
            ["Anchor"] = details.Anchor is { } anchor ? FormattableString.Invariant($"{anchor.X},{anchor.Y}") : "",
            ["Modifier"] = details.UrlModifier,
            ["PostModifier"] = details.UrlPostApplyModifier,
            ["TimeStamp"] = entry.Stamp.ToString(CultureInfo.InvariantCulture),
            ["UserData"] = UserData(asset.Content.Metadata),
            ["Map"] = ImageMaps.Areas(details.Maps),
            ["Targets"] = Targets(details.ZoomAreas),
            ["ImageSet"] = set.ImageSet,
            ["AssetType"] = set.AssetType,
        };
    }

    private static string PathOf(PublishEntry entry, int file) => file < entry.Files.Count ? entry.Files[file].Path : "";

    // XMP properties are for the metadata publish; servers hand out what users have defined.
    private static string UserData(IReadOnlyDictionary<string, string> metadata) => string.Join(Separator, metadata
        .Where(m => !m.Key.Contains(':', StringComparison.Ordinal))
        .OrderBy(m => m.Key, StringComparer.Ordinal)
        .Select(m => $"{m.Key}={m.Value}"));

    private static string Targets(IReadOnlyList<ZoomArea> areas) => string.Join(Separator, areas.SelectMany((area, i) => new[]
    {
        FormattableString.Invariant($"Target.{i + 1}.rect={area.Left},{area.Top},{area.Width},{area.Height}"),
        FormattableString.Invariant($"Target.{i + 1}.label={area.Name}"),
        FormattableString.Invariant($"Target.{i + 1}.userData={area.UserData}"),
    }));

    private static Dictionary<string, string> Font(StoredAsset asset, PublishEntry entry)
    {
        var facts = entry.Files[0].Source is { } file ? FontFacts.TryRead(file) : null;
        var path = PathOf(entry, 0);
        var isMetrics = Path.GetExtension(path) is ".afm" or ".pfm";
        return new Dictionary<string, string>
        {
            ["Name"] = facts?.Family ?? asset.Name,
            ["Bold"] = facts?.IsBold ?? false ? "1" : "0",
            ["Italic"] = facts?.IsItalic ?? false ? "1" : "0",
            ["PsName"] = facts?.PostScriptName ?? "",
            [isMetrics ? "MetricsPath" : "FontPath"] = path,
        };
    }
}

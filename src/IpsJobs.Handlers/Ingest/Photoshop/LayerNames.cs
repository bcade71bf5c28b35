using System.Globalization;
using System.Text.RegularExpressions;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Names the assets made from the layers of one file.</summary>
internal static partial class LayerNames
{
    private const int DeepestGroup = 5;

    /// <summary>Names in the order of the layers; equal ones are told apart by numbers.</summary>
    public static IReadOnlyList<LayerName> Of(StoredAsset psd, IReadOnlyList<ImageLayer> layers, string? naming)
    {
        if (!LayerNamings.TryCanonical(naming, out var canonical))
            canonical = LayerNamings.AppendName;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. layers.Select(l => NameOf(psd, l, canonical)).Select(n => n with { Name = Unique(n.Name, taken) })];
    }

    private static LayerName NameOf(StoredAsset psd, ImageLayer layer, string naming)
    {
        var number = layer.Number.ToString(CultureInfo.InvariantCulture);
        var own = DefaultName().IsMatch(layer.Name) ? null : Clean(layer.Name);
        var name = naming switch
        {
            LayerNamings.LayerName => own ?? number,
            LayerNamings.AppendNumber => $"{psd.Name}_{number}",
            LayerNamings.Folders => Clean(layer.Name) ?? number,
            _ => $"{psd.Name}_{own ?? number}",
        };
        return new LayerName(FolderOf(psd, layer, naming), name, Clean(layer.Name) ?? number);
    }

    private static string FolderOf(StoredAsset psd, ImageLayer layer, string naming) => naming == LayerNamings.Folders
        ? psd.Content.Folder + string.Concat(layer.Groups.Take(DeepestGroup).Select(Clean).Prepend(psd.Name).Where(s => s is not null).Select(s => s + "/"))
        : psd.Content.Folder;

    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var number = 2; !taken.Add(unique); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        return unique;
    }

    // A dot inside the name must not be taken for an extension, so one is put behind it.
    private static string? Clean(string name) => AssetNaming.Clean(name.Trim() + ".tif") is { } cleaned ? AssetNaming.BaseName(cleaned) : null;

    [GeneratedRegex(@"^(Background|Layer \d+)$")]
    private static partial Regex DefaultName();
}

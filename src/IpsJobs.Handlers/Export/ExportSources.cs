using System.Collections.Frozen;
using IpsJobs.Core.Accounts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Files;
using IpsJobs.Core.Messages;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.Export;

/// <summary>Finds out which files an asset gives to an archive.</summary>
public sealed class ExportSources(IAssetStore assets, DataFolder data, Company company)
{
    private static readonly FrozenSet<string> Templates = FrozenSet.Create(
        StringComparer.Ordinal, [AssetTypes.Template, AssetTypes.PsdTemplate, AssetTypes.AdjustedView, AssetTypes.LayerView]);

    private static readonly FrozenSet<string> Paged = FrozenSet.Create(
        StringComparer.Ordinal, [AssetTypes.Pdf, AssetTypes.PostScript, AssetTypes.Illustrator]);

    private readonly StoreFiles files = new(data, company);

    /// <summary>The files of one asset.</summary>
    /// <exception cref="ExportRefusedException">The asset has none that could be exported.</exception>
    public async Task<IReadOnlyList<ExportItem>> FindAsync(StoredAsset asset, bool convert, CancellationToken cancellationToken)
    {
        if (AssetTypeRule.IsSet(asset.Content.Type))
            throw Refused("Log.Export.NotExportable", asset.Name, asset.Content.Type);
        if (!convert)
            return [Original(Templates.Contains(asset.Content.Type) ? throw Refused("Log.Export.NoOriginal", asset.Name, asset.Content.Type) : asset)];
        if (Paged.Contains(asset.Content.Type))
            return await PagesAsync(asset, cancellationToken);
        if (asset.Content.Type == AssetTypes.AdjustedView)
            return [await ViewAsync(asset, cancellationToken)];
        if (Templates.Contains(asset.Content.Type) && asset.Content.Optimized is null)
            throw Refused("Log.Export.NotRendered", asset.Name, asset.Content.Type);
        return [asset.Content.Optimized is null || asset.Content.Type == AssetTypes.Svg ? Original(asset) : Picture(asset, "")];
    }

    // A document is its pages; one whose pages were never made is exported as it is.
    private async Task<IReadOnlyList<ExportItem>> PagesAsync(StoredAsset asset, CancellationToken cancellationToken)
    {
        var generated = await assets.ListGeneratedAsync(asset.AssetId, cancellationToken);
        var found = await assets.FindManyAsync(company.CompanyId, [.. generated.Select(g => g.AssetId)], cancellationToken);
        var pages = found
            .Where(a => a is { TrashState: TrashStates.NotInTrash, Content.Type: AssetTypes.Image, Content.Optimized: not null })
            .OrderBy(a => a.Name, StringComparer.Ordinal);
        List<ExportItem> all = [.. asset.Content.Optimized is null ? [] : new[] { Picture(asset, "") }, .. pages.Select(page => Picture(page, ""))];
        return all.Count > 0 ? all : [Original(asset)];
    }

    private async Task<ExportItem> ViewAsync(StoredAsset view, CancellationToken cancellationToken)
    {
        var origin = await assets.FindGenerationAsync(view.AssetId, cancellationToken) is { } generation
            ? await assets.FindAsync(company.CompanyId, generation.OriginatorId, cancellationToken)
            : null;
        return origin?.Content.Optimized is null
            ? throw Refused("Log.Export.NotRendered", view.Name, view.Content.Type)
            : Picture(origin, view.Content.Details.UrlModifier) with { Asset = view };
    }

    private ExportItem Original(StoredAsset asset) => new(asset, Existing(asset, files.OriginalOf(asset)), Modifier: null);

    private ExportItem Picture(StoredAsset asset, string modifier) => new(asset, Existing(asset, files.OptimizedOf(asset)), modifier);

    private static string Existing(StoredAsset asset, string? path) =>
        path is not null && File.Exists(path) ? path : throw Refused("Log.Export.FileMissing", asset.Name);

    private static ExportRefusedException Refused(string key, params string[] arguments) => new(new LocalizedMessage(key, arguments));
}

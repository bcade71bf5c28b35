using System.Globalization;
using IpsJobs.Contracts;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Jobs;
using IpsJobs.Core.Messages;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Makes an asset of every layer of a Photoshop file, and a template that puts them together again.</summary>
public sealed class PhotoshopLayers(ILayerReader reader, ByproductIngest parts, IAssetStore assets, CompanyFonts fonts) : IByproductMaker
{
    private const string TemplateKey = "template";
    private const string LayerExtension = ".tif";
    private const string TemplateExtension = ".template";

    private static readonly FileClass.Known Template = new(AssetTypes.Template, LogFileTypes.Template, NameSpace.Catalog);

    /// <inheritdoc/>
    public string Engine => GenerationEngines.PhotoshopLayers;

    /// <inheritdoc/>
    public bool AppliesTo(AssetContent content, UploadSettings settings) =>
        settings.Options.Photoshop?.Process == PhotoshopProcesses.MaintainLayers
        && AssetNaming.Extension(content.FileName).Equals("psd", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>> MakeAsync(JobRun run, ByproductSource source, CancellationToken cancellationToken)
    {
        if (reader.Read(source.OriginalPath) is not { } image)
            return new HashSet<string>();
        var options = source.Settings.Options.Photoshop?.LayerOptions ?? new PhotoshopLayerOptions();
        var names = LayerNames.Of(source.Asset, image.Layers, options.LayerNaming);
        var drawn = new List<TemplateLayer>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (layer, name) in image.Layers.Zip(names))
        {
            run.Checkpoint();
            if (AsText(layer, name, options) is { } text)
                drawn.Add(text);
            else if (await MakeLayerAsync(run, source, layer, name, options, cancellationToken) is { } made)
                drawn.Add(made);
            keys.Add(KeyOf(layer));
        }
        if (options.CreateTemplate == true)
        {
            await MakeTemplateAsync(run, source, image, drawn, options, cancellationToken);
            keys.Add(TemplateKey);
        }
        return keys;
    }

    // Only a template can hold text as text; without one the layer is a picture like the others.
    private static TemplateLayer? AsText(ImageLayer layer, LayerName name, PhotoshopLayerOptions options) =>
        options is { ExtractText: true, CreateTemplate: true } && layer.Text is { } text
            ? new TemplateLayer(layer, name.Label, ImageName: null, layer.Place, text)
            : null;

    private async Task<TemplateLayer?> MakeLayerAsync(
        JobRun run, ByproductSource source, ImageLayer layer, LayerName name, PhotoshopLayerOptions options, CancellationToken cancellationToken)
    {
        var part = PartOf(run, source, layer, name);
        try
        {
            var cut = new LayerCut(source.Asset.Content.Details.Crop, options.ExtendLayers == true);
            var place = layer.HasPixels
                ? await reader.ExtractAsync(source.OriginalPath, layer, cut, part.StagedPath!, cancellationToken)
                : null;
            if (place is null)
            {
                await SkipAsync(run, source, part, layer, cancellationToken);
                return null;
            }
            var assetId = await parts.IngestAsync(run, source, part, cancellationToken);
            return assetId is { } id && await assets.FindAsync(run.Company.CompanyId, id, cancellationToken) is { } asset
                ? new TemplateLayer(layer, name.Label, asset.Name, place, Text: null)
                : null;
        }
        catch (ImageUnreadableException unreadable)
        {
            await ByproductIngest.RejectAsync(run, source, part, unreadable.Reason, cancellationToken);
            return null;
        }
    }

    private Byproduct PartOf(JobRun run, ByproductSource source, ImageLayer layer, LayerName name) => new()
    {
        Key = KeyOf(layer),
        Engine = Engine,
        Attributes = new Dictionary<string, string> { ["layerName"] = layer.Name, ["layerNumber"] = KeyOf(layer) },
        Folder = name.Folder,
        FileName = name.Name + LayerExtension,
        StagedPath = Path.Combine(run.StagingDirectory, Guid.NewGuid() + LayerExtension),
        Options = new UploadOptionBlocks
        {
            ColorManagement = source.Settings.Options.ColorManagement,
            UnsharpMask = source.Settings.Options.UnsharpMask,
        },
        Warnings = layer.HasUnreadParts ? [run.Warning("Log.Layer.EffectsIgnored", layer.Name)] : [],
    };

    private static async Task SkipAsync(
        JobRun run, ByproductSource source, Byproduct part, ImageLayer layer, CancellationToken cancellationToken)
    {
        var key = ItemKeys.OfPart(source.ItemKey, part.Engine, part.Key);
        var row = new LogRow(LogTypes.UploadWarning, new LocalizedMessage("Log.Layer.NoPixels", layer.Name, source.Asset.Name))
        {
            ItemKey = key,
            AssetName = source.Asset.Name,
            FileType = LogFileTypes.NoType,
        };
        await run.CommitAsync(new ItemCommit(run.Instance.InstanceId, row), cancellationToken);
    }

    private async Task MakeTemplateAsync(
        JobRun run,
        ByproductSource source,
        LayeredImage image,
        List<TemplateLayer> layers,
        PhotoshopLayerOptions options,
        CancellationToken cancellationToken)
    {
        var missing = await fonts.ListMissingAsync(run.Company, layers.Select(l => l.Text?.Font).OfType<string>(), cancellationToken);
        var modifier = TemplateModifier.Of(run.Company.RootPath, image, source.Asset.Content.Details.Crop, layers, options.Anchor);
        var part = new Byproduct
        {
            Key = TemplateKey,
            Engine = Engine,
            Folder = source.Asset.Content.Folder,
            FileName = source.Asset.Name + "_Template" + TemplateExtension,
            Type = Template,
            Details = AssetDetails.None with { UrlModifier = modifier },
            Warnings = [.. missing.Select(font => run.Warning("Log.Upload.FontMissing", font))],
        };
        await parts.IngestAsync(run, source, part, cancellationToken);
    }

    private static string KeyOf(ImageLayer layer) => layer.Number.ToString(CultureInfo.InvariantCulture);
}

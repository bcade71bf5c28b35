using IpsJobs.Core.Assets;
using Microsoft.Extensions.Options;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Takes the layers of Photoshop files apart.</summary>
public sealed class PsdLayerReader(ImageSlots slots, IOptions<ImagingOptions> options) : ILayerReader
{
    private static readonly string[] EffectBlocks = ["lfx2", "lrFX", "lmfx"];
    private readonly ImagingOptions options = options.Value;

    /// <inheritdoc/>
    public LayeredImage? Read(string path)
    {
        if (PsdHeader.Find(path) is not { IsSupported: true } header)
            return null;
        using var file = File.OpenRead(path);
        try
        {
            var document = PsdDocument.Read(file, header);
            return new LayeredImage(header.Width, header.Height, [.. Describe(document)]);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or OverflowException)
        {
            throw ImageSlots.Unreadable(broken);
        }
    }

    /// <inheritdoc/>
    public Task<LayerPlace?> ExtractAsync(
        string path, ImageLayer layer, LayerCut cut, string targetPath, CancellationToken cancellationToken) => slots.RunAsync(
        token =>
        {
            token.ThrowIfCancellationRequested();
            return Extract(path, layer, cut, targetPath);
        },
        cancellationToken);

    private LayerPlace? Extract(string path, ImageLayer layer, LayerCut cut, string targetPath)
    {
        var header = PsdHeader.Find(path) ?? throw new InvalidDataException("The file is no Photoshop file any more");
        using var file = File.OpenRead(path);
        var document = PsdDocument.Read(file, header);
        var record = document.Layers[layer.Index];
        SourceForms.CheckSize(record.Area.Width, record.Area.Height, options.MaxPixels);
        using var pixels = new PsdPixels(document, file).Layer(record);
        var canvas = CanvasOf(header, cut.Crop);
        var shown = Shown(pixels, record.Area, canvas);
        if (shown.IsEmpty)
            return null;
        using var picture = pixels.Crop(shown.Left - record.Area.Left, shown.Top - record.Area.Top, shown.Width, shown.Height);
        var place = new LayerPlace(shown.Left - canvas.Left, shown.Top - canvas.Top, shown.Width, shown.Height);
        if (!cut.Extend)
        {
            Save(picture, targetPath);
            return place;
        }
        using var extended = picture.Embed(place.Left, place.Top, canvas.Width, canvas.Height, extend: Enums.Extend.Black);
        Save(extended, targetPath);
        return new LayerPlace(0, 0, canvas.Width, canvas.Height);
    }

    private static PsdArea CanvasOf(PsdHeader header, CropAmounts? crop) => crop is null
        ? new PsdArea(0, 0, header.Width, header.Height)
        : new PsdArea(crop.Left, crop.Top, header.Width - crop.Left - crop.Right, header.Height - crop.Top - crop.Bottom);

    // Nothing is left of a layer without a pixel that can be seen on the canvas.
    private static PsdArea Shown(Image pixels, PsdArea area, PsdArea canvas)
    {
        using var alpha = pixels[pixels.Bands - 1];
        if (alpha.Max() == 0)
            return default;
        var empty = CropFinder.Find(pixels, new CropRequest.Transparent(0), []) ?? new CropAmounts(0, 0, 0, 0);
        var content = new PsdArea(
            area.Left + empty.Left, area.Top + empty.Top,
            area.Width - empty.Left - empty.Right, area.Height - empty.Top - empty.Bottom);
        return content.Within(canvas);
    }

    private static void Save(Image image, string path) => image.Tiffsave(
        path,
        compression: Enums.ForeignTiffCompression.Deflate,
        predictor: Enums.ForeignTiffPredictor.Horizontal,
        keep: Enums.ForeignKeep.Icc);

    // From the top down a group's own record comes before its layers, and the record that opens it from below after them.
    private static IEnumerable<ImageLayer> Describe(PsdDocument document)
    {
        var groups = new Stack<(string Name, bool Hidden)>();
        var found = new List<ImageLayer>();
        for (var i = document.Layers.Count - 1; i >= 0; i--)
        {
            var layer = document.Layers[i];
            switch (layer.Divider)
            {
                case 1 or 2:
                    groups.Push((layer.Name, layer.Hidden));
                    break;
                case 3:
                    groups.TryPop(out _);
                    break;
                default:
                    found.Add(Describe(layer, i, groups));
                    break;
            }
        }
        found.Reverse();
        return found.Select((layer, index) => layer with { Number = index + 1 });
    }

    private static ImageLayer Describe(PsdLayer layer, int index, Stack<(string Name, bool Hidden)> groups) => new()
    {
        Index = index,
        Name = layer.Name,
        Place = new LayerPlace(layer.Area.Left, layer.Area.Top, layer.Area.Width, layer.Area.Height),
        Groups = [.. groups.Reverse().Select(g => g.Name)],
        Hidden = layer.Hidden || groups.Any(g => g.Hidden),
        Opacity = layer.Opacity * 100.0 / byte.MaxValue,
        HasPixels = !layer.Area.IsEmpty && layer.Channels.Any(c => c.Id >= 0 && c.Length > 2),
        HasUnreadParts = layer.BlendMode is not ("norm" or "pass") || EffectBlocks.Any(layer.Blocks.Contains),
        Text = layer.Text is { } text ? PsdText.Read(text) : null,
    };
}

using System.Globalization;
using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Handlers.Publishing;

namespace IpsJobs.Handlers.Ingest;

/// <summary>Image serving commands that put the layers of a file together again.</summary>
internal static class TemplateModifier
{
    private const double Opaque = 100;

    /// <param name="companyRoot">Root path of the company.</param>
    /// <param name="image">The file.</param>
    /// <param name="crop">What is cut off its canvas; null for nothing.</param>
    /// <param name="layers">Bottom first.</param>
    /// <param name="anchor">The point of each layer that its position speaks of, a constant of <see cref="Anchors"/>.</param>
    public static string Of(string companyRoot, LayeredImage image, CropAmounts? crop, IReadOnlyList<TemplateLayer> layers, string? anchor)
    {
        var cut = crop ?? new CropAmounts(0, 0, 0, 0);
        var (width, height) = (image.Width - cut.Left - cut.Right, image.Height - cut.Top - cut.Bottom);
        var (a, b) = OriginOf(anchor);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"layer=0&size={width},{height}");
        for (var k = 0; k < layers.Count; k++)
        {
            var (layer, place) = (layers[k], OnCanvas(layers[k], cut));
            var x = place.Left + place.Width / 2.0 + a * place.Width - width / 2.0;
            var y = place.Top + place.Height / 2.0 + b * place.Height - height / 2.0;
            text.Append(CultureInfo.InvariantCulture, $"&layer={k + 1},{layer.Label}&{ContentOf(companyRoot, layer)}");
            text.Append(CultureInfo.InvariantCulture, $"&originN={a:0.#},{b:0.#}&pos={x:0.#},{y:0.#}");
            if (layer.Layer.Opacity < Opaque)
                text.Append(CultureInfo.InvariantCulture, $"&opac={Math.Round(layer.Layer.Opacity)}");
            if (layer.Layer.Hidden)
                text.Append("&hide=1");
        }
        return text.ToString();
    }

    private static LayerPlace OnCanvas(TemplateLayer layer, CropAmounts cut) => layer.Text is null
        ? layer.Place
        : layer.Place with { Left = layer.Place.Left - cut.Left, Top = layer.Place.Top - cut.Top };

    private static string ContentOf(string companyRoot, TemplateLayer layer) => layer.Text is { } text
        ? string.Create(CultureInfo.InvariantCulture, $"size={layer.Place.Width},{layer.Place.Height}&text={Uri.EscapeDataString(RichText(text))}")
        : $"src=is{{{RootId.Of(companyRoot)}/{layer.ImageName}}}";

    private static string RichText(LayerText text) => string.Create(
        CultureInfo.InvariantCulture,
        $@"{{\rtf1\ansi{{\fonttbl{{\f0 {Escape(text.Font)};}}}}{{\colortbl;\red{text.Color.Red}\green{text.Color.Green}\blue{text.Color.Blue};}}\f0\fs{Math.Round(text.Size * 2)}\cf1 {Escape(text.Content)}}}");

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' or '{' or '}' => escaped.Append('\\').Append(letter),
                '\n' => escaped.Append(@"\par "),
                < ' ' => escaped,
                > '~' => escaped.Append(CultureInfo.InvariantCulture, $@"\u{(short)letter}?"),
                _ => escaped.Append(letter),
            };
        }
        return escaped.ToString();
    }

    private static (double A, double B) OriginOf(string? anchor) => anchor switch
    {
        Anchors.North => (0, -0.5),
        Anchors.Northwest => (-0.5, -0.5),
        Anchors.West => (-0.5, 0),
        Anchors.Southwest => (-0.5, 0.5),
        Anchors.South => (0, 0.5),
        Anchors.Southeast => (0.5, 0.5),
        Anchors.East => (0.5, 0),
        Anchors.Northeast => (0.5, -0.5),
        _ => (0, 0),
    };
}

using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace IpsJobs.Imaging.Documents;

/// <summary>Tells the family of a colour space of a PDF (ISO 32000-1, 8.6).</summary>
internal sealed class ColorSpaces(IPdfTokenScanner objects)
{
    // Spaces are built on spaces; a file that builds them in a circle must not end the server.
    private const int MaxDepth = 8;

    private static readonly Dictionary<string, ColorFamily> Named = new(StringComparer.Ordinal)
    {
        ["DeviceGray"] = ColorFamily.Gray,
        ["CalGray"] = ColorFamily.Gray,
        ["G"] = ColorFamily.Gray,
        ["DeviceCMYK"] = ColorFamily.Cmyk,
        ["CMYK"] = ColorFamily.Cmyk,
        ["Pattern"] = ColorFamily.None,
    };

    /// <param name="space">A name or an array; null where the file does not say.</param>
    /// <param name="resources">Resources in which further names are looked up.</param>
    public ColorFamily Of(IToken? space, DictionaryToken? resources) => Of(space, resources, depth: 0);

    private ColorFamily Of(IToken? space, DictionaryToken? resources, int depth)
    {
        if (depth > MaxDepth || space is null)
            return ColorFamily.Rgb;
        if (DirectObjectFinder.TryGet<NameToken>(space, objects, out var name))
            return OfName(name, resources, depth);
        return DirectObjectFinder.TryGet<ArrayToken>(space, objects, out var parts) && parts.Length > 0
            ? OfParts(parts, resources, depth)
            : ColorFamily.Rgb;
    }

    private ColorFamily OfName(NameToken name, DictionaryToken? resources, int depth) =>
        Named.TryGetValue(name.Data, out var family) ? family
        : PdfTokens.Find<DictionaryToken>(resources, "ColorSpace", objects) is { } spaces && spaces.TryGet(name, out IToken named)
            ? Of(named, resources: null, depth + 1)
            : ColorFamily.Rgb;

    private ColorFamily OfParts(ArrayToken parts, DictionaryToken? resources, int depth)
    {
        if (!DirectObjectFinder.TryGet<NameToken>(parts[0], objects, out var kind))
            return ColorFamily.Rgb;
        return (kind.Data, parts.Length) switch
        {
            ("ICCBased", > 1) => OfProfile(parts[1]),
            ("Indexed" or "I", > 1) => Of(parts[1], resources, depth + 1),
            // A spot colour belongs to the colours that stand for it.
            ("Separation" or "DeviceN", > 2) => Of(parts[2], resources, depth + 1),
            // An uncoloured pattern is painted with colours of the space below.
            ("Pattern", > 1) => Of(parts[1], resources, depth + 1),
            _ => OfName(kind, resources, depth),
        };
    }

    private ColorFamily OfProfile(IToken profile) =>
        DirectObjectFinder.TryGet<StreamToken>(profile, objects, out var stream)
            && PdfTokens.Find<NumericToken>(stream.StreamDictionary, "N", objects) is { } channels
            ? channels.Int switch { 1 => ColorFamily.Gray, 4 => ColorFamily.Cmyk, _ => ColorFamily.Rgb }
            : ColorFamily.Rgb;
}

using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.InlineImages;
using UglyToad.PdfPig.Graphics.Operations.TextState;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokens;

namespace IpsJobs.Imaging.Documents;

/// <summary>Goes through what paints a page, forms, patterns and drawn glyphs included, and collects the families of the colours that are painted with.</summary>
/// <remarks>Soft masks are left out: their colours only say how much of others is seen.</remarks>
internal sealed class ColorWalk(PdfDocument document, CancellationToken cancellationToken)
{
    private const string ShapeOnly = "d1";
    private const int MaxDepth = 16;
    private const int MaxNesting = 64;
    private const long MaxBytes = 64L * 1024 * 1024;

    private readonly ColorSpaces spaces = new(document.Structure.TokenScanner);
    private readonly PageContentParser parser = new(ReflectionGraphicsStateOperationFactory.Instance, new StackDepthGuard(MaxNesting), true);
    private readonly HashSet<(IndirectReference, Paint)> seen = [];
    private ColorFamily found;
    private long bytes;

    /// <summary>The families of a page, from 1; the search ends with the first colour that only RGB can show.</summary>
    public ColorFamily Read(int page)
    {
        document.AddPageFactory(new PageDictionaries());
        var fields = document.GetPage<DictionaryToken>(page);
        var streams = Find<ArrayToken>(fields, "Contents")?.Data ?? [.. fields.Data.Where(e => e.Key == "Contents").Select(e => e.Value)];
        // The parts of a page are one program: a part may end in the middle of what the next one goes on with.
        var content = new MemoryStream();
        foreach (var part in streams)
        {
            content.Write(Unpack(DirectObjectFinder.Get<StreamToken>(part, document.Structure.TokenScanner)!).Span);
            content.WriteByte((byte)'\n');
        }
        Run(content.ToArray(), ResourcesOf(fields), Paint.Start, depth: 0);
        foreach (var annotation in Find<ArrayToken>(fields, "Annots")?.Data ?? [])
            RunAppearance(annotation);
        return found;
    }

    // A page without resources of its own has those of the group of pages it belongs to.
    private DictionaryToken? ResourcesOf(DictionaryToken page)
    {
        var owner = page;
        for (var level = 0; owner is not null && level < MaxNesting; level++)
        {
            if (Find<DictionaryToken>(owner, "Resources") is { } resources)
                return resources;
            owner = Find<DictionaryToken>(owner, "Parent");
        }
        return null;
    }

    private void RunAppearance(IToken annotation)
    {
        if (!DirectObjectFinder.TryGet<DictionaryToken>(annotation, document.Structure.TokenScanner, out var fields)
            || Find<DictionaryToken>(fields, "AP") is not { } looks)
        {
            return;
        }
        var states = Find<DictionaryToken>(looks, "N");
        var look = Find<StreamToken>(looks, "N") ?? (Find<NameToken>(fields, "AS") is { } state ? Find<StreamToken>(states, state.Data) : null);
        if (look is not null)
            RunForm(look, resources: null, Paint.Start, depth: 0);
    }

    private void Run(ReadOnlyMemory<byte> content, DictionaryToken? resources, Paint paint, int depth)
    {
        if (depth > MaxDepth)
            throw new InvalidDataException("The forms of the page are nested too deeply.");
        var saved = new Stack<Paint>();
        foreach (var operation in parser.Parse(1, new MemoryInputBytes(content), new ParsingOptions().Logger))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A glyph that begins so is a shape only; the text paints it, whatever colours it names itself.
            if (found.HasFlag(ColorFamily.Rgb) || operation.Operator == ShapeOnly)
                return;
            if (operation.Operator == "q")
                saved.Push(paint);
            else if (operation.Operator == "Q")
                paint = saved.TryPop(out var before) ? before : paint;
            else
                paint = Do(operation, resources, paint, depth);
        }
    }

    private Paint Do(IGraphicsStateOperation operation, DictionaryToken? resources, Paint paint, int depth)
    {
        switch (operation)
        {
            case SetNonStrokeColorSpace space:
                return paint with { Fill = spaces.Of(space.Name, resources) };
            case SetStrokeColorSpace space:
                return paint with { Stroke = spaces.Of(space.Name, resources) };
            case SetNonStrokeColorAdvanced { PatternName: { } pattern }:
                return paint with { Fill = paint.Fill | OfPattern(pattern, resources, depth) };
            case SetStrokeColorAdvanced { PatternName: { } pattern }:
                return paint with { Stroke = paint.Stroke | OfPattern(pattern, resources, depth) };
            case PaintShading shading:
                found |= OfShading(Find<DictionaryToken>(resources, "Shading"), shading.Name.Data, resources);
                return paint;
            case SetFontAndSize font:
                RunGlyphs(font.Font, resources, depth);
                return paint;
            case InvokeNamedXObject named:
                DrawObject(named.Name, resources, paint, depth);
                return paint;
            case BeginInlineImageData image:
                DrawImage(new DictionaryToken(image.Dictionary.ToDictionary(e => e.Key, e => e.Value)), resources, paint);
                return paint;
            default:
                found |= paint.UsedBy(operation.Operator);
                return paint.After(operation.Operator);
        }
    }

    private ColorFamily OfPattern(NameToken name, DictionaryToken? resources, int depth)
    {
        var patterns = Find<DictionaryToken>(resources, "Pattern");
        if (Find<StreamToken>(patterns, name.Data) is not { } tile)
            return OfShading(Find<DictionaryToken>(patterns, name.Data), "Shading", resources);
        var before = found;
        found = ColorFamily.None;
        RunForm(tile, resources, Paint.None, depth + 1);
        var families = found;
        found = before;
        return families;
    }

    private ColorFamily OfShading(DictionaryToken? owner, string name, DictionaryToken? resources)
    {
        var fields = Find<DictionaryToken>(owner, name) ?? Find<StreamToken>(owner, name)?.StreamDictionary;
        return spaces.Of(Find<IToken>(fields, "ColorSpace"), resources);
    }

    private void DrawObject(NameToken name, DictionaryToken? resources, Paint paint, int depth)
    {
        var objects = Find<DictionaryToken>(resources, "XObject");
        if (objects is null || !objects.TryGet(name, out IToken entry)
            || !DirectObjectFinder.TryGet<StreamToken>(entry, document.Structure.TokenScanner, out var drawn))
        {
            return;
        }
        if (Find<NameToken>(drawn.StreamDictionary, "Subtype")?.Data == "Image")
            DrawImage(drawn.StreamDictionary, resources, paint);
        else if (entry is not IndirectReferenceToken reference || seen.Add((reference.Data, paint)))
            RunForm(drawn, resources, paint, depth + 1);
    }

    // Glyphs of most fonts are outlines; those of Type 3 are small pages of their own, which may be painted in colours of their own.
    private void RunGlyphs(NameToken name, DictionaryToken? resources, int depth)
    {
        var fonts = Find<DictionaryToken>(resources, "Font");
        if (Find<DictionaryToken>(fonts, name.Data) is not { } font || Find<NameToken>(font, "Subtype")?.Data != "Type3"
            || (fonts!.Data[name.Data] is IndirectReferenceToken reference && !seen.Add((reference.Data, Paint.None))))
        {
            return;
        }
        var glyphs = Find<DictionaryToken>(font, "CharProcs");
        foreach (var glyph in glyphs?.Data.Keys ?? [])
            if (Find<StreamToken>(glyphs, glyph) is { } program)
                Run(Unpack(program), Find<DictionaryToken>(font, "Resources") ?? resources, Paint.None, depth + 1);
    }

    private void DrawImage(DictionaryToken image, DictionaryToken? resources, Paint paint)
    {
        var isStencil = (Find<BooleanToken>(image, "ImageMask") ?? Find<BooleanToken>(image, "IM"))?.Data == true;
        found |= isStencil ? paint.Fill : spaces.Of(Find<IToken>(image, "ColorSpace") ?? Find<IToken>(image, "CS"), resources);
    }

    private void RunForm(StreamToken form, DictionaryToken? resources, Paint paint, int depth) =>
        Run(Unpack(form), Find<DictionaryToken>(form.StreamDictionary, "Resources") ?? resources, paint, depth);

    private ReadOnlyMemory<byte> Unpack(StreamToken stream)
    {
        var content = PdfTokens.Unpack(document, stream, MaxBytes - bytes);
        bytes += content.Length;
        return content;
    }

    private T? Find<T>(DictionaryToken? dictionary, string name)
        where T : class, IToken => PdfTokens.Find<T>(dictionary, name, document.Structure.TokenScanner);
}

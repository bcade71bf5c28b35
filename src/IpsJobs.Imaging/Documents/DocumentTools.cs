using System.Globalization;
using System.Text;
using IpsJobs.Core.Assets;
using IpsJobs.Core.Constants;
using IpsJobs.Core.Messages;
using IpsJobs.Imaging.Tools;
using Microsoft.Extensions.Options;

namespace IpsJobs.Imaging.Documents;

/// <summary>Poppler's programs for PDF, Ghostscript for PostScript and for CMYK.</summary>
public sealed class DocumentTools(ToolRunner tools, IOptions<ToolOptions> options, IOptions<ImagingOptions> imaging) : IDocumentTools
{
    private const double PointsPerInch = 72;
    private const int ColorBytes = 3;
    private const int HeaderBytes = 1024;
    private const string PasswordSign = "password";

    private static readonly byte[] PdfSign = "%PDF-"u8.ToArray();

    public async Task<string> ToPdfAsync(string path, string scratch, CancellationToken cancellationToken)
    {
        if (await IsPdfAsync(path, cancellationToken))
            return path;
        var target = Path.Combine(scratch, Guid.NewGuid().ToString("N") + ".pdf");
        var result = await RunAsync(
            "gs",
            ["-dSAFER", "-dBATCH", "-dNOPAUSE", "-dNOPROMPT", "-q", "-dEPSCrop", "-dAutoRotatePages=/None",
                "-sDEVICE=pdfwrite", "-dColorConversionStrategy=/LeaveColorUnchanged", "-o", target, "-f", path],
            scratch,
            cancellationToken);
        if (!result.Succeeded || !File.Exists(target))
            throw Refusal(result, "Log.Document.Unreadable");
        return target;
    }

    public async Task<DocumentFacts> ReadAsync(string pdfPath, CancellationToken cancellationToken)
    {
        var result = await RunAsync("pdfinfo", ["-enc", "UTF-8", pdfPath], ScratchOf(pdfPath), cancellationToken);
        if (!result.Succeeded)
            throw Refusal(result, "Log.Document.Unreadable");
        var pages = FieldOf(result, "Pages");
        return int.TryParse(pages, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new DocumentFacts(count)
            : throw new ImageUnreadableException(new LocalizedMessage("Log.Document.NoPages"));
    }

    public async Task DrawAsync(string pdfPath, PageOrder order, string scratch, string targetPath, CancellationToken cancellationToken)
    {
        var pixels = await MeasureAsync(pdfPath, order, cancellationToken);
        if (order.Colorspace == Colorspaces.Auto)
            order = order with { Colorspace = await PageColors.FindAsync(pdfPath, order.Page, options.Value.Timeout, cancellationToken) };
        if (order.Colorspace == Colorspaces.Cmyk)
            await DrawCmykAsync(pdfPath, order, scratch, targetPath, cancellationToken);
        else if (order.Alpha)
            await DrawTransparentAsync(pdfPath, order, scratch, targetPath, cancellationToken);
        else
            await DrawPlainAsync(pdfPath, order, pixels, scratch, targetPath, cancellationToken);
    }

    public async Task<string> ReadWordsAsync(string pdfPath, int page, CancellationToken cancellationToken)
    {
        var number = Number(page);
        var result = await RunAsync(
            "pdftotext", ["-f", number, "-l", number, "-enc", "UTF-8", "-q", pdfPath, "-"], ScratchOf(pdfPath), cancellationToken);
        if (!result.Succeeded)
            throw Refusal(result, "Log.Document.Unreadable");
        var words = Encoding.UTF8.GetString(result.Output).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(w => !w.All(char.IsControl)));
    }

    public Task<IReadOnlyDictionary<int, IReadOnlyList<PageLink>>> ReadLinksAsync(string pdfPath, CancellationToken cancellationToken) =>
        PdfLinks.ReadAsync(pdfPath, options.Value.Timeout, cancellationToken);

    public async Task<IReadOnlyList<string>> ListMissingFontsAsync(string pdfPath, CancellationToken cancellationToken)
    {
        var result = await RunAsync("pdffonts", [pdfPath], ScratchOf(pdfPath), cancellationToken);
        return result.Succeeded ? FontTable.MissingIn(Encoding.UTF8.GetString(result.Output)) : [];
    }

    // The quick way: uncompressed pixels on a pipe, and no more of them than the page has.
    private async Task DrawPlainAsync(
        string pdfPath, PageOrder order, long pixels, string scratch, string targetPath, CancellationToken cancellationToken)
    {
        var gray = order.Colorspace == Colorspaces.Gray;
        var run = new ToolRun(
            "pdftoppm", [.. PageArguments(order), .. gray ? ["-gray"] : Array.Empty<string>(), pdfPath], scratch, options.Value.Timeout)
        {
            MaxStandardOutput = (pixels * (gray ? 1 : ColorBytes)) + HeaderBytes,
        };
        var result = await tools.RunAsync(run, cancellationToken);
        if (!result.Succeeded)
            throw Refusal(result, "Log.Document.PageUnreadable");
        DrawnPage.FromPortableMap(result.Output, order.Resolution, targetPath);
    }

    private async Task DrawTransparentAsync(
        string pdfPath, PageOrder order, string scratch, string targetPath, CancellationToken cancellationToken)
    {
        var drawn = await DrawGlassAsync(pdfPath, order, scratch, cancellationToken);
        DrawnPage.FromFile(drawn, order.Colorspace == Colorspaces.Gray, order.Resolution, targetPath);
    }

    private async Task<string> DrawGlassAsync(string pdfPath, PageOrder order, string scratch, CancellationToken cancellationToken)
    {
        var root = Path.Combine(scratch, Guid.NewGuid().ToString("N"));
        var result = await RunAsync("pdftocairo", ["-tiff", "-transp", "-singlefile", .. PageArguments(order), pdfPath, root], scratch, cancellationToken);
        return result.Succeeded ? root + ".tif" : throw Refusal(result, "Log.Document.PageUnreadable");
    }

    private async Task DrawCmykAsync(string pdfPath, PageOrder order, string scratch, string targetPath, CancellationToken cancellationToken)
    {
        var drawn = Path.Combine(scratch, Guid.NewGuid().ToString("N") + ".tif");
        var (page, resolution) = (Number(order.Page), Number(order.Resolution));
        var result = await RunAsync(
            "gs",
            ["-dSAFER", "-dBATCH", "-dNOPAUSE", "-dNOPROMPT", "-q", "-dUseCropBox", "-sDEVICE=tiff32nc", "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4",
                "-r" + resolution, "-dFirstPage=" + page, "-dLastPage=" + page, "-o", drawn, "-f", pdfPath],
            scratch,
            cancellationToken);
        if (!result.Succeeded || !File.Exists(drawn))
            throw Refusal(result, "Log.Document.PageUnreadable");
        if (order.Alpha)
            DrawnPage.FromInkAndGlass(drawn, await DrawGlassAsync(pdfPath, order, scratch, cancellationToken), order.Resolution, targetPath);
        else
            DrawnPage.FromFile(drawn, toGray: false, order.Resolution, targetPath);
    }

    private static string[] PageArguments(PageOrder order) =>
        ["-cropbox", "-r", Number(order.Resolution), "-f", Number(order.Page), "-l", Number(order.Page)];

    // A page may claim any size: what it would take is known before it is drawn.
    private async Task<long> MeasureAsync(string pdfPath, PageOrder order, CancellationToken cancellationToken)
    {
        var page = Number(order.Page);
        var result = await RunAsync("pdfinfo", ["-f", page, "-l", page, "-box", pdfPath], ScratchOf(pdfPath), cancellationToken);
        if (!result.Succeeded)
            throw Refusal(result, "Log.Document.PageUnreadable");
        var size = PageBox.Find(Encoding.UTF8.GetString(result.Output), order.Page)
            ?? throw new ImageUnreadableException(new LocalizedMessage("Log.Document.PageUnreadable"));
        var scale = order.Resolution / PointsPerInch;
        // Programs round each side up.
        var pixels = Math.Ceiling((size.Width * scale) + 1) * Math.Ceiling((size.Height * scale) + 1);
        if (size.Width * scale * size.Height * scale > imaging.Value.MaxPixels)
            throw new ImageUnreadableException(new LocalizedMessage("Log.Document.PageTooLarge", page));
        return (long)pixels;
    }

    private Task<ToolResult> RunAsync(string program, IReadOnlyList<string> arguments, string scratch, CancellationToken cancellationToken) =>
        tools.RunAsync(new ToolRun(program, arguments, scratch, options.Value.Timeout), cancellationToken);

    private static ImageUnreadableException Refusal(ToolResult result, string key)
    {
        if (result.TimedOut)
            return new ImageUnreadableException(new LocalizedMessage("Log.Document.TimedOut"));
        return result.Errors.Contains(PasswordSign, StringComparison.OrdinalIgnoreCase)
            ? new ImageUnreadableException(new LocalizedMessage(IDocumentTools.Locked))
            : new ImageUnreadableException(new LocalizedMessage(key));
    }

    private static async Task<bool> IsPdfAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var start = new byte[1024];
        var count = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        return start.AsSpan(0, count).IndexOf(PdfSign) >= 0 && !start.AsSpan(0, count).StartsWith("%!"u8);
    }

    private static string? FieldOf(ToolResult result, string name) => Encoding.UTF8.GetString(result.Output).Split('\n')
        .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..].Trim();

    private static string ScratchOf(string path) => Path.GetDirectoryName(path)!;

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}

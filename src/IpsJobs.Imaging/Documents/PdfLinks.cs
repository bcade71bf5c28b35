using IpsJobs.Core.Assets;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;

namespace IpsJobs.Imaging.Documents;

/// <summary>Reads the link annotations of a PDF.</summary>
internal static class PdfLinks
{
    private static readonly IReadOnlyDictionary<int, IReadOnlyList<PageLink>> None = new Dictionary<int, IReadOnlyList<PageLink>>();

    /// <summary>Links by page; none when the file cannot be read or takes too long, because a page without links is better than none.</summary>
    public static async Task<IReadOnlyDictionary<int, IReadOnlyList<PageLink>>> ReadAsync(
        string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => Read(path), cancellationToken).WaitAsync(timeout, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            return None;
        }
    }

    private static Dictionary<int, IReadOnlyList<PageLink>> Read(string path)
    {
        using var document = PdfDocument.Open(path, new ParsingOptions { UseLenientParsing = true });
        var pages = new Dictionary<int, IReadOnlyList<PageLink>>();
        foreach (var page in document.GetPages())
        {
            var links = page.GetAnnotations().Where(a => a.Type == AnnotationType.Link).Select(a => LinkOf(page, a)).OfType<PageLink>().ToList();
            if (links.Count > 0)
                pages[page.Number] = links;
        }
        return pages;
    }

    private static PageLink? LinkOf(Page page, Annotation annotation)
    {
        var area = annotation.Rectangle;
        var box = page.CropBox.Bounds;
        return annotation.Action switch
        {
            UriAction { Uri: { Length: > 0 } address } => Place(address, null),
            GoToAction { Destination.PageNumber: var number } => Place(null, number),
            _ => null,
        };

        PageLink Place(string? address, int? target) => new(
            area.Left - box.Left, box.Top - area.Top, area.Right - box.Left, box.Top - area.Bottom, address, target);
    }
}

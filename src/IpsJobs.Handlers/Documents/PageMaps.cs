using System.Globalization;
using IpsJobs.Core.Assets;
using IpsJobs.Handlers.Ingest;

namespace IpsJobs.Handlers.Documents;

/// <summary>Turns the links of a page into image maps of the page's picture.</summary>
public sealed class PageMaps(IImageOptimizer optimizer)
{
    private const double PointsPerInch = 72;
    private const string Rectangle = "rect";

    /// <summary>The maps, in pixels of the picture after its crop; what the crop cuts away altogether is left out.</summary>
    /// <param name="links">Links of the page.</param>
    /// <param name="resolution">Pixels per inch of the picture.</param>
    /// <param name="picturePath">The picture before its crop.</param>
    /// <param name="options">What is done to the picture.</param>
    /// <param name="withCatalog">Links inside the document mean something only where its pages form a catalog.</param>
    /// <param name="cancellationToken">Cancels the search for the crop.</param>
    public async Task<IReadOnlyList<AssetMap>> OfAsync(
        IReadOnlyList<PageLink> links,
        double resolution,
        string picturePath,
        UploadOptionBlocks options,
        bool withCatalog,
        CancellationToken cancellationToken)
    {
        if (links.Count == 0)
            return [];
        var crop = PictureRequests.CropOf(options) is { } request
            ? await optimizer.FindCropAsync(picturePath, request, cancellationToken)
            : null;
        return [.. links.Select(l => MapOf(l, resolution / PointsPerInch, crop, withCatalog)).OfType<AssetMap>()];
    }

    private static AssetMap? MapOf(PageLink link, double scale, CropAmounts? crop, bool withCatalog)
    {
        var action = link.Address ?? (withCatalog && link.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"catalog page {page}") : null);
        if (action is null)
            return null;
        var (left, top) = (Math.Max(0, Pixel(link.Left, scale, crop?.Left)), Math.Max(0, Pixel(link.Top, scale, crop?.Top)));
        var (right, bottom) = (Pixel(link.Right, scale, crop?.Left), Pixel(link.Bottom, scale, crop?.Top));
        return right <= left || bottom <= top
            ? null
            : new AssetMap("", Rectangle, string.Create(CultureInfo.InvariantCulture, $"{left},{top},{right},{bottom}"), action);
    }

    private static int Pixel(double points, double scale, int? cut) => (int)Math.Round(points * scale) - (cut ?? 0);
}

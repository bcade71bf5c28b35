using IpsJobs.Core.Assets;
using IpsJobs.Core.Messages;
using NetVips;

namespace IpsJobs.Imaging;

/// <summary>The steps from a decoded picture to its optimised form, in the order of the API.</summary>
internal sealed class PictureWork(PictureRequest request, long maxMemory, Scratch scratch)
{
    private readonly List<LocalizedMessage> remarks = [];
    private bool isConverted;

    /// <summary>Writes the optimised form, and the mask where one is asked for and there is a path.</summary>
    public ImageFacts Write(SourceImage source, string sourcePath, string targetPath) => Guarded(() =>
    {
        using var decoded = IsReadOnce(source) ? Canvas.Same(source.Image) : Canvas.Of(source.Image, maxMemory, scratch);
        using var mask = request.MaskPath is null ? null : PathMask.Find(request.MaskSourcePath ?? sourcePath, decoded.Image, remarks);
        using var edited = Edit(decoded, source);
        var crop = request.Crop is { } asked ? CropFinder.Find(edited.Image, asked, remarks) : null;
        using var image = Cut(edited.Image, crop);
        var lossy = source.Format == "jpeg" && !image.HasAlpha() && image.Format == Enums.BandFormat.Uchar && !request.Lossless;
        Pyramid.Write(image, lossy, request.Unsharp, targetPath, scratch);
        if (mask is not null)
            WriteMask(mask, crop);
        return new ImageFacts(image.Width, image.Height, source.Resolution, source.Format)
        {
            Crop = crop,
            HasMask = mask is not null,
            Remarks = remarks.Count > 0 ? remarks : (IReadOnlyList<LocalizedMessage>)[],
        };
    });

    /// <summary>What the request would cut off.</summary>
    public CropAmounts? FindCrop(SourceImage source) => Guarded(() =>
    {
        using var decoded = Canvas.Of(source.Image, maxMemory, scratch);
        using var edited = Edit(decoded, source);
        return request.Crop is { } asked ? CropFinder.Find(edited.Image, asked, remarks) : null;
    });

    // Some profiles show only when pixels pass through them that they do not fit.
    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (VipsException failure) when (isConverted && ColorManagement.IsProfileFailure(failure))
        {
            throw ColorManagement.Unfit(failure);
        }
    }

    // The levels read their picture once, from top to bottom; these need it more often, or in another order.
    private bool IsReadOnce(SourceImage source) => !source.IsTurned && request is { Knockout: null, Crop: null, MaskPath: null };

    // What changes no pixel is not computed again, and what is read only once needs no room of its own.
    private Canvas Edit(Canvas decoded, SourceImage source)
    {
        using var upright = decoded.Image.Autorot();
        using var knocked = request.Knockout is { } knockout ? Knockout.Apply(upright, knockout) : upright.Copy();
        var colored = ColorManagement.Apply(knocked, request.Color);
        isConverted = colored != knocked;
        try
        {
            return !IsReadOnce(source) && (source.IsTurned || request.Knockout is not null || isConverted)
                ? Canvas.Of(colored, maxMemory, scratch)
                : Canvas.Same(colored);
        }
        finally
        {
            if (isConverted)
                colored.Dispose();
        }
    }

    private void WriteMask(Image mask, CropAmounts? crop)
    {
        using var cut = Cut(mask, crop);
        Pyramid.Write(cut, lossy: false, request.Unsharp, request.MaskPath!, scratch);
    }

    private static Image Cut(Image image, CropAmounts? crop) => crop is null
        ? image.Copy()
        : image.Crop(crop.Left, crop.Top, image.Width - crop.Left - crop.Right, image.Height - crop.Top - crop.Bottom);
}

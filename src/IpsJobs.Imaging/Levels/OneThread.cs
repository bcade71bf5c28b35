using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Keeps libvips from dividing work that gains nothing from it.</summary>
internal static class OneThread
{
    // Read by libvips whenever it computes an image or one that is made of it.
    private const string Concurrency = "concurrency";

    /// <summary>The same picture, its pixels computed by a single thread of libvips.</summary>
    /// <remarks>Decoders and encoders go through their pixels one after another, so further threads would only take room for
    /// rows of their own and hand them over; strips are worked on beside each other instead.</remarks>
    public static Image Of(Image image) => image.Mutate(m => m.Set(GValue.GIntType, Concurrency, 1));
}

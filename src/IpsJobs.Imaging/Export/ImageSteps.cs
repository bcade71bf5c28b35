using NetVips;

namespace IpsJobs.Imaging.Export;

/// <summary>An image that is changed step by step; every step's image is freed at the end, because later ones read from it.</summary>
internal sealed class ImageSteps(Image first) : IDisposable
{
    private readonly List<Image> made = [];

    public Image Image { get; private set; } = first;

    public void Do(Func<Image, Image> step)
    {
        Image = step(Image);
        made.Add(Image);
    }

    /// <summary>Applies a step to the colours only and puts an alpha channel back.</summary>
    public void DoToColors(Func<Image, Image> step)
    {
        if (!Image.HasAlpha())
        {
            Do(step);
            return;
        }

        var whole = Image;
        Do(image => image.ExtractBand(0, image.Bands - 1));
        Do(step);
        var alpha = whole.ExtractBand(whole.Bands - 1);
        made.Add(alpha);
        Do(colors => colors.Bandjoin(alpha.Cast(colors.Format)));
    }

    public void Dispose()
    {
        for (var i = made.Count - 1; i >= 0; i--)
            made[i].Dispose();
    }
}

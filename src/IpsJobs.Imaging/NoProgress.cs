namespace IpsJobs.Imaging;

/// <summary>libvips gives up a picture only where it reports how far it is, so somebody must listen.</summary>
internal sealed class NoProgress : IProgress<int>
{
    public static NoProgress Instance { get; } = new();

    public void Report(int value)
    {
    }
}

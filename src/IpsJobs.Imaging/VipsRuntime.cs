using NetVips;

namespace IpsJobs.Imaging;

/// <summary>Process-wide settings of libvips.</summary>
internal static class VipsRuntime
{
    private static readonly Lazy<bool> Configured = new(Configure);

    /// <summary>Applies the settings once; costs nothing afterwards.</summary>
    public static void Ensure() => _ = Configured.Value;

    private static bool Configure()
    {
        // The cache knows files by name: with it, a file written anew under its old name would show stale pixels.
        Cache.Max = 0;
        // Loaders that libvips does not hold safe for foreign files stay off; SVG is drawn without network access.
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoadSvg", false);
        // Our own pictures on their way lie in this form; foreign ones come through a source, which stays blocked.
        Operation.Block("VipsForeignLoadVipsFile", false);
        return true;
    }
}

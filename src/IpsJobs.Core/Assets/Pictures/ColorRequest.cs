using IpsJobs.Core.Constants;

namespace IpsJobs.Core.Assets;

/// <summary>Colour management of one image.</summary>
/// <param name="Mode">A constant of <see cref="ColorManagementModes"/>.</param>
public sealed record ColorRequest(string Mode)
{
    public static ColorRequest Default { get; } = new(ColorManagementModes.Default);

    /// <summary>ICC file that overrides an embedded profile; null uses the embedded one, else the server's for the pixel type.</summary>
    public string? SourceProfilePath { get; init; }

    /// <summary>ICC file to convert to; only for <see cref="ColorManagementModes.Convert"/>.</summary>
    public string? OutputProfilePath { get; init; }

    /// <summary>ICC file that CMYK without a profile is taken to be in; null takes the server's.</summary>
    public string? DefaultCmykPath { get; init; }

    /// <summary>ICC file of the pictures that are shown; null is sRGB.</summary>
    public string? DefaultDisplayPath { get; init; }
}

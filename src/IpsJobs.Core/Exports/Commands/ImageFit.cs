namespace IpsJobs.Core.Exports;

/// <summary>What width and height mean together.</summary>
public enum ImageFit
{
    /// <summary>The whole image, with background around it.</summary>
    Fit = 0,

    /// <summary>The whole image without anything around it; one side may be shorter than asked for.</summary>
    Constrain = 1,

    /// <summary>Filled; what stands out is cut off at both ends.</summary>
    Crop = 2,

    /// <summary>Distorted to exactly that size.</summary>
    Stretch = 3,
}

namespace IpsJobs.Core.Assets;

/// <summary>How one page is to be drawn.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Resolution">Pixels per inch.</param>
/// <param name="Colorspace">A constant of <see cref="Constants.Colorspaces"/>.</param>
/// <param name="Alpha">Keep a transparent background; otherwise it is white.</param>
public sealed record PageOrder(int Page, double Resolution, string Colorspace, bool Alpha);

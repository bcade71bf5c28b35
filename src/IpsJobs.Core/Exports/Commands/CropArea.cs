namespace IpsJobs.Core.Exports;

/// <summary>An area of an image, from its upper left corner.</summary>
public sealed record CropArea(double Left, double Top, double Width, double Height);

namespace IpsJobs.Core.Exports;

/// <summary>Sharpening by the difference to a blurred copy.</summary>
/// <param name="Amount">0 to 5.</param>
/// <param name="Radius">Pixels, 0 to 250.</param>
/// <param name="Threshold">Smallest difference that counts, 0 to 255.</param>
/// <param name="IsMonochrome">Sharpens lightness only.</param>
public sealed record UnsharpMask(double Amount, double Radius, double Threshold, bool IsMonochrome);

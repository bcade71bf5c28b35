namespace IpsJobs.Core.Assets;

/// <summary>Which part of an image to keep; one of the nested records and nothing else.</summary>
public abstract record CropRequest
{
    private CropRequest()
    {
    }

    /// <summary>Cuts a number of pixels off each side.</summary>
    public sealed record Manual(CropAmounts Amounts) : CropRequest;

    /// <summary>Keeps the bounding box of the pixels that differ from a corner's.</summary>
    /// <param name="Corner">A constant of <see cref="Constants.Corners"/>.</param>
    /// <param name="Tolerance">0 is an exact match, 1 any colour.</param>
    public sealed record Color(string Corner, double Tolerance) : CropRequest;

    /// <summary>Keeps the bounding box of the pixels that can be seen.</summary>
    /// <param name="Tolerance">Share of full opacity up to which a pixel counts as transparent.</param>
    public sealed record Transparent(double Tolerance) : CropRequest;
}

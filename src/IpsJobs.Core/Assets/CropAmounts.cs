namespace IpsJobs.Core.Assets;

/// <summary>Pixels cut off each side of the decoded image.</summary>
public sealed record CropAmounts(int Left, int Right, int Top, int Bottom);

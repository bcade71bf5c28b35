namespace IpsJobs.Core.Assets;

/// <summary>A clickable area of an image.</summary>
/// <param name="Name">Shown to people; may be empty.</param>
/// <param name="Shape"><c>rect</c> or <c>poly</c>.</param>
/// <param name="Region">Comma-separated pixel coordinates of the optimised image: left, top, right, bottom, or the corners in turn.</param>
/// <param name="Action">What a click does, e.g. a web address.</param>
public sealed record AssetMap(string Name, string Shape, string Region, string Action);

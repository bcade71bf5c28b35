namespace IpsJobs.Core.Assets;

/// <summary>A link on a page, in points from the page's upper left corner.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Address">Web address; null for a link inside the document.</param>
/// <param name="Page">Page that a link inside the document leads to, from 1; null for a web address.</param>
public sealed record PageLink(double Left, double Top, double Right, double Bottom, string? Address, int? Page);

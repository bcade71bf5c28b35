namespace IpsJobs.Core.Assets;

/// <summary>Point of the optimised image that viewers align by, in pixels from its upper left corner.</summary>
public sealed record AnchorPoint(int X, int Y);

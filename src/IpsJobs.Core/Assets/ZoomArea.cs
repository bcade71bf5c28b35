namespace IpsJobs.Core.Assets;

/// <summary>A named area that viewers zoom to, in pixels of the optimised image.</summary>
public sealed record ZoomArea(string Name, int Left, int Top, int Width, int Height, string UserData);

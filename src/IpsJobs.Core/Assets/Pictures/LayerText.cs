namespace IpsJobs.Core.Assets;

/// <summary>The text of a layer.</summary>
/// <param name="Content">Lines end with a line feed.</param>
/// <param name="Font">Name of the font.</param>
/// <param name="Size">Pixels.</param>
/// <param name="Color">Of the letters.</param>
public sealed record LayerText(string Content, string Font, double Size, (byte Red, byte Green, byte Blue) Color);

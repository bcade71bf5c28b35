namespace IpsJobs.Core.Assets;

/// <summary>How layers are cut out.</summary>
/// <param name="Crop">What is cut off the canvas; null for nothing.</param>
/// <param name="Extend">Every picture gets the size of the canvas; otherwise it is trimmed to its content.</param>
public sealed record LayerCut(CropAmounts? Crop, bool Extend);

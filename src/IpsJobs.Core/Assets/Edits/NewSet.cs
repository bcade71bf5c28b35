namespace IpsJobs.Core.Assets;

/// <summary>A set to be made, as the client wrote it.</summary>
/// <param name="FolderHandle">Where it is to be.</param>
/// <param name="Name">What it is to be called.</param>
/// <param name="Kind">Type or sub type.</param>
/// <param name="Definition">Definition of an asset set; null for none.</param>
/// <param name="ThumbnailHandle">The asset that stands for it in lists; null for its first member.</param>
public sealed record NewSet(string? FolderHandle, string? Name, string? Kind, string? Definition, string? ThumbnailHandle);

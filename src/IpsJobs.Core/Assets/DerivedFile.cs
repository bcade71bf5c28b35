namespace IpsJobs.Core.Assets;

/// <summary>A file that processing made beside the optimised image, such as a mask or a thumbnail.</summary>
/// <param name="Path">Below the company's folder of that kind: three hex digits, slash, guid, extension. Never used twice.</param>
/// <param name="FileSize">Bytes.</param>
public sealed record DerivedFile(string Path, long FileSize);

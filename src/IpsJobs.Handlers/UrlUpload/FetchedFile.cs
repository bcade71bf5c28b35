namespace IpsJobs.Handlers.UrlUpload;

/// <summary>A fetched file.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">32 bytes.</param>
public sealed record FetchedFile(long Size, byte[] Sha256);

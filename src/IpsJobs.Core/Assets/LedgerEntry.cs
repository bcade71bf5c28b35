namespace IpsJobs.Core.Assets;

/// <summary>A file of the incoming directory that was taken in; only a new or changed file is taken again.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Path">Below the company's incoming directory, with slashes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedUtc">Time stamp of the file.</param>
/// <param name="Sha256">32 bytes.</param>
public sealed record LedgerEntry(int CompanyId, string Path, long Size, DateTimeOffset ModifiedUtc, byte[] Sha256);

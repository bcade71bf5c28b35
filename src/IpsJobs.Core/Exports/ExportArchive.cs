namespace IpsJobs.Core.Exports;

/// <summary>An archive that can be downloaded by whoever knows its token.</summary>
/// <param name="Token">Unguessable, of URL-safe characters.</param>
/// <param name="CompanyId">Owner.</param>
/// <param name="InstanceId">The export that made it.</param>
/// <param name="Path">Below the export directory.</param>
/// <param name="FileName">Name offered for the download.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ExpiresUtc">From here on it is gone for clients; the nightly Cleanup removes the file.</param>
public sealed record ExportArchive(
    string Token, int CompanyId, long InstanceId, string Path, string FileName, long Size, DateTimeOffset ExpiresUtc);

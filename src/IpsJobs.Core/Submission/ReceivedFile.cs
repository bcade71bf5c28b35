namespace IpsJobs.Core.Submission;

/// <summary>A file of a request, received into staging.</summary>
/// <param name="StagedPath">Below the staging folder, separated by "/".</param>
/// <param name="FileName">As the client wrote it; may be a full path.</param>
/// <param name="Size">Bytes received.</param>
/// <param name="Sha256">SHA-256 of the bytes received, 32 bytes.</param>
public sealed record ReceivedFile(string StagedPath, string FileName, long Size, byte[] Sha256);
